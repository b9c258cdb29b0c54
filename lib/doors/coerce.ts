import "server-only";
import type { z } from "zod";
import { type JsonSchema, type NamedSchemas, resolved, wireSchema } from "@/lib/doors/json-schema";

/** Turns text that arrived in a query string, a path or a form into the JSON that a schema expects. */
export type Coercer = (value: unknown) => unknown;
export type CoercionStyle = "query" | "form";

const known = { query: new WeakMap<z.ZodType, Coercer>(), form: new WeakMap<z.ZodType, Coercer>() };

/**
 * The coercer of a schema, made once. Text becomes a number or a boolean where the schema wants one and the text is one;
 * everything else passes unchanged, for the schema to refuse. In a form, an empty field counts as not given, or as null where
 * the schema admits null and no omission; a checkbox says `on`, and nothing when it is off.
 */
export function coercerFor(schema: z.ZodType, style: CoercionStyle): Coercer {
  let coercer = known[style].get(schema);
  if (coercer === undefined) {
    const { root, named } = wireSchema(schema);
    coercer = build(root, { style, named, depth: 0 });
    known[style].set(schema, coercer);
  }
  return coercer;
}

type Setting = {
  readonly style: CoercionStyle;
  readonly named: NamedSchemas["named"];
  readonly depth: number;
};

function build(given: JsonSchema, setting: Setting): Coercer {
  // A schema that refers to itself is followed this far: no form or query string goes deeper.
  if (setting.depth > 10) return (value) => value;
  const schema = resolved(given, setting.named);
  const inner = { ...setting, depth: setting.depth + 1 };

  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return firstChange(branches.map((branch) => build(branch, inner)));
  if (Array.isArray(schema.type)) {
    return firstChange(schema.type.map((type) => build({ ...schema, type }, inner)));
  }
  if (schema.type === "object") return objectCoercer(schema, inner);
  if (schema.type === "array") return arrayCoercer(schema, inner);
  if (schema.type === "integer" || schema.type === "number") return toNumber;
  if (schema.type === "boolean") return setting.style === "form" ? checkbox : toBoolean;
  return (value) => value;
}

/** For a union: the first branch that makes something else of the text. */
function firstChange(branches: Coercer[]): Coercer {
  return (value) => {
    for (const branch of branches) {
      const coerced = branch(value);
      if (coerced !== value) return coerced;
    }
    return value;
  };
}

type Property = {
  coerce: Coercer;
  whenEmpty: "keep" | "omit" | "null";
  isCheckbox: boolean;
  wantsList: boolean;
};

function objectCoercer(schema: JsonSchema, setting: Setting): Coercer {
  const required = new Set(schema.required);
  const properties = new Map(
    Object.entries(schema.properties ?? {}).map(([name, inner]): [string, Property] => {
      const target = resolved(inner, setting.named);
      return [
        name,
        {
          coerce: build(inner, setting),
          whenEmpty: setting.style === "query" ? "keep" : emptyMeans(target, required.has(name)),
          isCheckbox: setting.style === "form" && target.type === "boolean",
          wantsList: target.type === "array",
        },
      ];
    }),
  );

  return (value) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    const result: Record<string, unknown> = {};
    for (const [name, given] of Object.entries(value)) {
      const property = properties.get(name);
      if (property === undefined) result[name] = given;
      else if (given === "" && property.whenEmpty === "null") result[name] = null;
      else if (given === "" && property.whenEmpty === "omit") continue;
      else result[name] = property.coerce(property.wantsList && !Array.isArray(given) ? [given] : given);
    }
    for (const [name, { isCheckbox }] of properties) {
      if (isCheckbox && required.has(name) && !(name in result)) result[name] = false;
    }
    return result;
  };
}

function emptyMeans(schema: JsonSchema, isRequired: boolean): Property["whenEmpty"] {
  if (admitsNull(schema)) return "null";
  return isRequired ? "keep" : "omit";
}

function admitsNull(schema: JsonSchema): boolean {
  return (
    schema.type === "null" ||
    (Array.isArray(schema.type) && schema.type.includes("null")) ||
    (schema.anyOf ?? schema.oneOf ?? []).some(admitsNull)
  );
}

function arrayCoercer(schema: JsonSchema, setting: Setting): Coercer {
  const coerce = schema.items ? build(schema.items, setting) : (value: unknown) => value;
  return (value) => (Array.isArray(value) ? value.map(coerce) : value);
}

/** Plain decimal notation only; a number that a double cannot hold stays text and is refused by the schema. */
function toNumber(value: unknown): unknown {
  if (typeof value !== "string" || value.length > 40 || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const number = Number(value);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : value;
}

function toBoolean(value: unknown): unknown {
  if (value === "true") return true;
  return value === "false" ? false : value;
}

function checkbox(value: unknown): unknown {
  if (value === "on") return true;
  return value === "off" ? false : toBoolean(value);
}
