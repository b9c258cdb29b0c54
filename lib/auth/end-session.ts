import "server-only";
import { sessionEnded } from "@/lib/auth/events";
import { lockOwnSession } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

/** Ends one session of a person, within an operation. Throws SessionNotFound for others' and for ended ones. */
export async function endSession(
  context: CommandContext,
  { sessionId, userId }: { sessionId: string; userId: string },
): Promise<{ id: string; endedAt: Date }> {
  const { now, tenantId } = context;
  const before = await lockOwnSession(context, { sessionId, userId });
  await context.execute(sql`
    update sessions set revoked_at = ${now} where tenant_id = ${tenantId}::uuid and id = ${sessionId}::uuid`);

  context.audit({ ...before, revokedAt: null }, { ...before, revokedAt: now }, "session");
  context.emit(sessionEnded({ sessionId, userId }));
  return { id: sessionId, endedAt: now };
}
