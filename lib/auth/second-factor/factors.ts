import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";

export type Factors = {
  readonly totpSince: Date | null;
  readonly recoveryCodesLeft: number;
  readonly passkeys: number;
};

/** What a person can prove themselves with beside a password. */
export async function factorsOf(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  userId: string,
): Promise<Factors> {
  const [row] = await query<Factors>(sql`
    select
      (select confirmed_at from totp_factors where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid) as "totpSince",
      (select count(*)::int from recovery_codes
        where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and used_at is null) as "recoveryCodesLeft",
      (select count(*)::int from passkeys where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid) as passkeys`);
  return row ?? { totpSince: null, recoveryCodesLeft: 0, passkeys: 0 };
}
