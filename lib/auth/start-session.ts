import "server-only";
import { rememberDevice } from "@/lib/auth/devices";
import { SignInRefused } from "@/lib/auth/errors";
import { sessionStarted } from "@/lib/auth/events";
import { placeOf } from "@/lib/auth/place";
import { type SessionRow, sessionColumns, type UserRow } from "@/lib/auth/queries";
import { sessionExpiry } from "@/lib/auth/rules/sessions";
import { sessionPolicy } from "@/lib/auth/session-policy";
import { revokeTokens } from "@/lib/auth/tokens";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";

/** How and from where somebody signs in. */
export type SignInOrigin = {
  readonly method: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  /** What the browser's own cookie holds, by which it is known again. */
  readonly deviceSecret?: string | null;
  /** When the second factor was given on the way. */
  readonly secondFactorAt?: Date;
};

type Person = Pick<UserRow, "id" | "kind" | "name" | "email" | "language">;

/**
 * Writes the session's row, audited and announced, within an operation. Whoever is in needs no link or reset that is still out: they
 * are revoked (S-23). Throws SignInRefused when the account is not in force.
 */
export async function startSession(
  context: CommandContext,
  { id: userId }: { readonly id: string },
  origin: SignInOrigin,
): Promise<SessionRow> {
  const person = await noteSignIn(context, userId);
  const { query, tenantId, now } = context;
  const { method, address, userAgent, secondFactorAt = null } = origin;
  const policy = await sessionPolicy(context, person.kind);
  const deviceId = await rememberDevice(context, person, origin);
  const [row] = await query<SessionRow>(sql`
    insert into sessions (id, tenant_id, user_id, address, user_agent, created_at, last_seen_at, expires_at, method,
      authenticated_at, second_factor_at, idle_minutes, device_id, place)
    values (${newId()}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${address}, ${userAgent}, ${now}, ${now},
      ${sessionExpiry(policy, now)}, ${method}, ${now}, ${secondFactorAt}::timestamptz, ${policy.idleMinutes},
      ${deviceId}::uuid, ${await placeOf(address)})
    returning ${sessionColumns}`);
  if (row === undefined) throw new SignInRefused();
  await revokeTokens(context, userId, ["sign_in_link", "reset_password"]);

  // The name, because the actor of this entry is still a visitor.
  context.audit(null, { ...row, name: person.name }, "session");
  context.emit(sessionStarted({ sessionId: row.id, userId }));
  return row;
}

/** Conditional: who was suspended while the first factor was checked does not get in. */
async function noteSignIn({ query, tenantId, now }: CommandContext, userId: string): Promise<Person> {
  const [person] = await query<Person>(sql`
    update users set last_sign_in_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid and status = 'ACTIVE'
      and exists (select 1 from tenants t where t.id = ${tenantId}::uuid and t.status = 'ACTIVE')
    returning id, kind, name, email, language`);
  if (person === undefined) throw new SignInRefused();
  return person;
}
