import "server-only";
import { SecondFactorNeeded } from "@/lib/auth/errors";
import { personOf } from "@/lib/auth/queries";
import { needsSecondFactor } from "@/lib/auth/second-factor/policy";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/**
 * For what outlives or widens a session (API keys, acting as somebody else): where the company demands a second factor of the
 * person, this very session must have been begun with one (S-28). Throws SecondFactorNeeded.
 */
export async function assertSecondFactorGiven(context: CommandContext): Promise<void> {
  const { userId, sessionId } = personOf(context.actor);
  if (!(await needsSecondFactor(context, userId))) return;

  const given = await context.query(sql`
    select 1 from sessions where tenant_id = ${context.tenantId}::uuid and id = ${sessionId}::uuid
      and user_id = ${userId}::uuid and second_factor_at is not null`);
  if (given.length === 0) throw new SecondFactorNeeded();
}
