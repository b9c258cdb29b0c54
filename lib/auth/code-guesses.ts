import "server-only";
import { TooManyCodes } from "@/lib/auth/errors";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/**
 * Wrong codes of one person, over all challenges and sessions: whoever has the password, or a stolen session, gets this many
 * guesses at six digits in an hour, and no more however many sign-ins they begin.
 */
export const codeGuesses = { most: 10, withinMinutes: 60, holdOffMinutes: 15 } as const;

const keyOf = (userId: string) => `code:${userId}`;

/** Throws TooManyCodes while the person's codes are held off. */
export async function assertGuessesLeft(
  { query, tenantId, now }: CommandContext,
  userId: string,
): Promise<void> {
  const [row] = await query<{ locked_until: Date | null }>(sql`
    select locked_until from sign_in_throttles where tenant_id = ${tenantId}::uuid and key = ${keyOf(userId)}`);
  const until = row?.locked_until?.getTime() ?? 0;
  if (until > now.getTime()) throw new TooManyCodes(Math.ceil((until - now.getTime()) / 1000));
}

/** Counts a wrong code. The row is one statement's, so that guesses sent at once all count. */
export async function countWrongCode(
  { execute, tenantId, now }: CommandContext,
  userId: string,
): Promise<void> {
  const { most, withinMinutes, holdOffMinutes } = codeGuesses;
  const isOld = sql`t.first_at < ${now}::timestamptz - make_interval(mins => ${withinMinutes})`;
  await execute(sql`
    insert into sign_in_throttles as t (tenant_id, key, failures, first_at, last_at)
    values (${tenantId}::uuid, ${keyOf(userId)}, 1, ${now}, ${now})
    on conflict (tenant_id, key) do update set
      failures = case when ${isOld} then 1 else t.failures + 1 end,
      first_at = case when ${isOld} then excluded.first_at else t.first_at end,
      last_at = excluded.last_at,
      locked_until = case when not ${isOld} and t.failures + 1 >= ${most}
        then ${now}::timestamptz + make_interval(mins => ${holdOffMinutes}) else t.locked_until end`);
}

/** A right code ends the count. */
export async function forgetWrongCodes({ execute, tenantId }: CommandContext, userId: string): Promise<void> {
  await execute(
    sql`delete from sign_in_throttles where tenant_id = ${tenantId}::uuid and key = ${keyOf(userId)}`,
  );
}
