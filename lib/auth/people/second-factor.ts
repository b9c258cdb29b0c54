import "server-only";
import { SecondFactorNeeded } from "@/lib/auth/people/errors";
import { personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/**
 * Whoever has a second factor must have given it in this session before they act as somebody else: no way around it through
 * another person's account (S-28). Throws SecondFactorNeeded.
 */
export async function assertSecondFactor({ query, tenantId, actor }: CommandContext): Promise<void> {
  const { userId, sessionId } = personOf(actor);
  const [state] = await query<{ has: boolean; given: boolean }>(sql`
    select
      exists (select 1 from totp_factors where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and confirmed_at is not null) as has,
      exists (select 1 from sessions where tenant_id = ${tenantId}::uuid and id = ${sessionId}::uuid and second_factor_at is not null) as given`);
  if (state?.has && !state.given) throw new SecondFactorNeeded();
}
