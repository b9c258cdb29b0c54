import "server-only";
import { SecondFactorPolicy } from "@/lib/auth/second-factor/policy-schema";
import { secondFactorFor } from "@/lib/auth/settings";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { readSettings } from "@/lib/core/settings/read";

const key = "security.second_factor";

type Reader = Pick<QueryContext, "query" | "tenantId">;
type Versioned = SecondFactorPolicy & {
  /** The company's setting. */
  demandedOf: "optional" | "staff" | "everyone";
  version: number;
};

/** The company's policy: nobody is forced unless setting or roles say so. Version 0: no role was ever chosen. */
export async function readSecondFactorPolicy(context: Reader): Promise<Versioned> {
  const { query, tenantId } = context;
  const { demandedOf } = await readSettings(context, { demandedOf: secondFactorFor });
  const [row] = await query<{ value: unknown; version: number }>(sql`
    select value, version from settings where tenant_id = ${tenantId}::uuid and key = ${key}`);
  return { ...SecondFactorPolicy.parse(row?.value ?? {}), demandedOf, version: row?.version ?? 0 };
}

/** Replaces the roles that have this version; returns the next. Throws StaleVersion when somebody was faster. */
export async function writeSecondFactorPolicy(
  { query, tenantId, now }: CommandContext,
  policy: SecondFactorPolicy,
  version: number,
): Promise<number> {
  const value = JSON.stringify(policy);
  const [row] =
    version === 0
      ? await query<{ version: number }>(sql`
          insert into settings (tenant_id, key, value, updated_at)
          values (${tenantId}::uuid, ${key}, ${value}::jsonb, ${now})
          on conflict do nothing returning version`)
      : await query<{ version: number }>(sql`
          update settings set value = ${value}::jsonb, version = version + 1, updated_at = ${now}
          where tenant_id = ${tenantId}::uuid and key = ${key} and version = ${version} returning version`);
  if (row === undefined) throw new StaleVersion();
  return row.version;
}

/**
 * Whether a person must have a second factor. Of a client's user every membership counts: one role that demands it is enough,
 * whichever client they act for at the moment. The database decides, for it asks the same at each request of a session.
 */
export async function needsSecondFactor({ query }: Reader, userId: string): Promise<boolean> {
  const [row] = await query<{ is_needed: boolean }>(
    sql`select needs_second_factor(${userId}::uuid) as is_needed`,
  );
  return row?.is_needed ?? true;
}
