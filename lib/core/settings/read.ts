import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import type { Setting } from "@/lib/core/settings/definition";

type Context = Pick<QueryContext, "query" | "tenantId">;
type Values<Settings extends Readonly<Record<string, Setting>>> = {
  readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never;
};

/** The value of a setting for the tenant: what staff chose, or the initial one. */
export async function readSetting<Value>(context: Context, setting: Setting<Value>): Promise<Value> {
  const [value] = await valuesOf(context, [setting]);
  return value as Value;
}

/**
 * Several settings in one query, under names of the caller's.
 * `const { isOpen } = await readSettings(context, { isOpen: registrationIsOpen })`
 */
export async function readSettings<Settings extends Readonly<Record<string, Setting>>>(
  context: Context,
  settings: Settings,
): Promise<Values<Settings>> {
  const names = Object.keys(settings);
  const values = await valuesOf(context, Object.values(settings));
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Values<Settings>;
}

async function valuesOf({ query, tenantId }: Context, settings: readonly Setting[]): Promise<unknown[]> {
  const keys = settings.map(({ key }) => key);
  const rows = await query<{ key: string; value: unknown }>(sql`
    select key, value from settings where tenant_id = ${tenantId}::uuid and key = any(${keys}::text[])`);
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  return settings.map((setting) => usable(setting, stored.get(setting.key)));
}

/** What is stored, while it still fits the setting's shape: a value of an older version that no longer does counts as not set. */
export function usable<Value>({ schema, initial }: Setting<Value>, stored: unknown): Value {
  if (stored === undefined) return initial;
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : initial;
}
