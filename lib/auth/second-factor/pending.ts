import "server-only";
import type { Challenge } from "@/lib/auth/challenges";
import { ChallengeGone } from "@/lib/auth/errors";
import type { ProvedAccount } from "@/lib/auth/first-factor";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/** The account whose sign-in a challenge is about. Throws ChallengeGone when it is not in force. */
export async function accountOf(
  { query, tenantId }: CommandContext,
  { userId }: Pick<Challenge, "userId">,
): Promise<ProvedAccount> {
  const [account] = await query<ProvedAccount>(sql`
    select id, kind, name, language from users
    where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid and status = 'ACTIVE'`);
  if (account === undefined) throw new ChallengeGone();
  return account;
}
