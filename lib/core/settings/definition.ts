import { z } from "zod";

/** How people edit a setting. Units are part of the field: what is stored is a bare number. */
export type SettingField =
  | { readonly kind: "switch" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly unit: SettingUnit }
  | { readonly kind: "line"; readonly maxLength: number }
  | { readonly kind: "text"; readonly maxLength: number };

export type SettingUnit = "minutes" | "hours" | "days" | "megabytes" | "currency" | "orders";

/** One setting of a tenant: its name (`area.name`), the shape of its value in JSON, and what holds until somebody changes it. */
export type Setting<Value = unknown> = {
  readonly key: string;
  readonly area: string;
  readonly schema: z.ZodType<Value>;
  readonly initial: Value;
  readonly field: SettingField;
};

export function switchSetting(key: string, initial: boolean): Setting<boolean> {
  return define(key, z.boolean(), initial, { kind: "switch" });
}

/** One of a few words. */
export function choiceSetting<const Options extends readonly [string, ...string[]]>(
  key: string,
  options: Options,
  initial: Options[number],
): Setting<Options[number]> {
  return define<Options[number]>(key, z.enum(options), initial, { kind: "choice", options });
}

/** A whole number from `min` to `max`, both included. */
export function numberSetting(
  key: string,
  initial: number,
  { min, max, unit }: { min: number; max: number; unit: SettingUnit },
): Setting<number> {
  return define(key, z.number().int().min(min).max(max), initial, { kind: "number", min, max, unit });
}

/** One line of text; empty means that there is none. */
export function lineSetting(key: string, initial = "", maxLength = 200): Setting<string> {
  const line = z
    .string()
    .trim()
    .max(maxLength)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "must be one line without control characters");
  return define(key, line, initial, { kind: "line", maxLength });
}

/** Text of several lines. */
export function textSetting(key: string, initial = "", maxLength = 4_000): Setting<string> {
  const text = z
    .string()
    .trim()
    .max(maxLength)
    .regex(/^(?:[^\p{Cc}]|[\n\t\r])*$/u, "must hold no control characters");
  return define(key, text, initial, { kind: "text", maxLength });
}

function define<Value>(
  key: string,
  schema: z.ZodType<Value>,
  initial: Value,
  field: SettingField,
): Setting<Value> {
  const area = /^([a-z][A-Za-z]*)\.[a-z][A-Za-z]*$/.exec(key)?.[1];
  if (area === undefined) throw new TypeError(`A setting is named area.name, not ${key}`);
  return { key, area, schema, initial, field };
}
