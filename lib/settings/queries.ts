import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import type { Setting } from "@/lib/core/settings/definition";
import { usable } from "@/lib/core/settings/read";

export type SettingRow = { key: string; value: unknown; version: number; updatedAt: Date };

export const settingColumns = sql`key, value, version, updated_at as "updatedAt"`;

type Context = Pick<QueryContext, "query" | "tenantId">;

export async function storedSettings({ query, tenantId }: Context): Promise<Map<string, SettingRow>> {
  const rows = await query<SettingRow>(sql`
    select ${settingColumns} from settings where tenant_id = ${tenantId}::uuid`);
  return new Map(rows.map((row) => [row.key, row]));
}

/** Locks what is stored of a setting; undefined while nothing is. */
export async function lockSetting(
  { query, tenantId }: Context,
  key: string,
): Promise<SettingRow | undefined> {
  const [row] = await query<SettingRow>(sql`
    select ${settingColumns} from settings where tenant_id = ${tenantId}::uuid and key = ${key} for update`);
  return row;
}

export function toSettingView(setting: Setting, row: SettingRow | undefined) {
  const { key, area, initial } = setting;
  const value = usable<unknown>(setting, row?.value);
  return {
    key,
    area,
    value: value as never,
    initial: initial as never,
    isChanged: row !== undefined,
    version: row?.version ?? 0,
    updatedAt: row?.updatedAt ?? null,
  };
}
