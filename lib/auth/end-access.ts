import "server-only";
import { voidChallenges } from "@/lib/auth/challenges";
import { sessionsEnded } from "@/lib/auth/events";
import { revokeTokens } from "@/lib/auth/tokens";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/** Why sessions end together; kept with each of them. */
export type EndReason =
  | "suspended"
  | "erased"
  | "role_changed"
  | "removed"
  | "password_changed"
  | "password_reset"
  | "email_changed"
  | "signed_out_everywhere";

export type EndedAccess = { readonly userId: string; readonly reason: EndReason };

/**
 * Ends everything by which a person is or could get in, within an operation: sessions, sign-ins under way, links and resets that are
 * out, and where `withKeys` says so API keys (S-19). All of it is asked of the database at each request, so it holds at the next one.
 * Returns how many sessions ended.
 */
export async function endAccess(
  context: CommandContext,
  {
    userId,
    reason,
    withKeys = false,
    exceptSessionId,
  }: EndedAccess & { withKeys?: boolean; exceptSessionId?: string },
): Promise<number> {
  const { execute, tenantId, now } = context;
  const ended = await endSessions(context, { userId, reason, exceptSessionId });
  await revokeTokens(context, userId);
  await voidChallenges(context, userId);
  if (withKeys) {
    await execute(sql`
      update api_keys set revoked_at = ${now}, version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and created_by_id = ${userId}::uuid and revoked_at is null`);
  }
  return ended;
}

/** Ends a person's sessions, all of them or all but one, audited as one and announced. Returns how many. */
export async function endSessions(
  { query, tenantId, now, audit, emit }: CommandContext,
  { userId, reason, exceptSessionId }: EndedAccess & { exceptSessionId?: string | undefined },
): Promise<number> {
  const others: Sql = exceptSessionId === undefined ? sql`true` : sql`id <> ${exceptSessionId}::uuid`;
  const ended = await query<{ id: string }>(sql`
    update sessions set revoked_at = ${now}, revoked_reason = ${reason}
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and revoked_at is null and ${others}
    returning id`);
  if (ended.length > 0) {
    audit(null, { id: userId, sessionsEnded: ended.length, reason }, "user");
    emit(sessionsEnded({ userId, reason, count: ended.length }));
  }
  return ended.length;
}
