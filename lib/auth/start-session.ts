import "server-only";
import { SignInRefused } from "@/lib/auth/errors";
import { sessionStarted } from "@/lib/auth/events";
import { type SessionRow, sessionColumns } from "@/lib/auth/queries";
import { sessionExpiry } from "@/lib/auth/rules/sessions";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";

/** How and from where somebody signs in. */
export type SignInOrigin = {
  readonly method: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  /** When the second factor was given on the way. */
  readonly secondFactorAt?: Date;
};

/** Writes the session's row, audited and announced, within an operation. Throws SignInRefused when the account is not in force. */
export async function startSession(
  context: CommandContext,
  { id: userId, name }: { readonly id: string; readonly name: string },
  origin: SignInOrigin,
): Promise<SessionRow> {
  await noteSignIn(context, userId);
  const { query, tenantId, now } = context;
  const { method, address, userAgent, secondFactorAt = null } = origin;
  const [row] = await query<SessionRow>(sql`
    insert into sessions (id, tenant_id, user_id, address, user_agent, created_at, last_seen_at, expires_at, method,
      authenticated_at, second_factor_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${address}, ${userAgent}, ${now}, ${now},
      ${sessionExpiry(now)}, ${method}, ${now}, ${secondFactorAt}::timestamptz)
    returning ${sessionColumns}`);
  if (row === undefined) throw new SignInRefused();

  // The name, because the actor of this entry is still a visitor.
  context.audit(null, { ...row, name });
  context.emit(sessionStarted({ sessionId: row.id, userId }));
  return row;
}

/** Conditional: who was suspended while the first factor was checked does not get in. */
async function noteSignIn({ execute, tenantId, now }: CommandContext, userId: string): Promise<void> {
  const noted = await execute(sql`
    update users set last_sign_in_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid and status = 'ACTIVE'`);
  if (noted === 0) throw new SignInRefused();
}
