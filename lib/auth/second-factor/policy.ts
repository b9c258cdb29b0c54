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
 * whichever client they act for at the moment.
 */
export async function needsSecondFactor(context: Reader, userId: string): Promise<boolean> {
  const { demandedOf, roles } = await readSecondFactorPolicy(context);
  if (demandedOf === "everyone") return true;
  if (demandedOf === "optional" && roles.length === 0) return false;

  const [person] = await context.query<{ kind: "STAFF" | "CLIENT"; roles: string[] }>(sql`
    select u.kind, array_append(array(
      select m.role from memberships m where m.tenant_id = u.tenant_id and m.user_id = u.id), u.role) as roles
    from users u where u.tenant_id = ${context.tenantId}::uuid and u.id = ${userId}::uuid`);
  if (person === undefined) return true;
  if (person.kind === "STAFF" && demandedOf === "staff") return true;
  return person.roles.some((role) => roles.includes(role));
}
