import "server-only";
import { NotImpersonable } from "@/lib/auth/people/errors";
import { impersonationStarted } from "@/lib/auth/people/events";
import { ImpersonationView, StartImpersonationInput } from "@/lib/auth/people/schema";
import { personOf } from "@/lib/auth/queries";
import { assertSecondFactorGiven } from "@/lib/auth/second-factor/assert-given";
import { impersonationMinutes } from "@/lib/auth/settings";
import { sql } from "@/lib/core/db/sql";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";

const example = {
  userId: "01932f3a-7c00-7000-8000-000000000114",
  clientId: "01932f3a-7c00-7000-8000-000000000001",
};

export const startImpersonation = operation({
  name: "auth.impersonation.start",
  summary: "Act as a client's user",
  description:
    "With what that person may do for the client, for a reason and for a time. Passwords, second factors, payment methods and people stay out of reach; everything is recorded under both names, and the client can read when and why.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: StartImpersonationInput,
  output: ImpersonationView,
  example: {
    input: { ...example, reason: "The invoice page does not load for the client", minutes: 30 },
    output: {
      ...example,
      sessionId: "01932f3a-7c00-7000-8000-000000000115",
      name: "Ada Lovelace",
      expiresAt: "2026-04-01T09:30:00.000Z",
    },
  },
  refusals: ["auth.person_needed", "core.not_found", "auth.not_impersonable", "auth.second_factor_needed"],
  async run(context, { userId, clientId, reason, minutes: wanted, address, userAgent }) {
    const { tenantId, now, actor } = context;
    const staff = personOf(actor);
    await assertSecondFactorGiven(context);
    const { name } = await whoeverActsFor(context, userId, clientId);

    const minutes = wanted ?? (await readSetting(context, impersonationMinutes));
    const id = newId();
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    // Ends when the staff's own session ends: see sessions_end_impersonations.
    await context.execute(sql`
      insert into sessions (id, tenant_id, user_id, client_id, address, user_agent, created_at, last_seen_at, expires_at, method,
        authenticated_at, idle_minutes, impersonator_id, impersonation_reason, impersonator_session_id)
      values (${id}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${clientId}::uuid, ${address}, ${userAgent}, ${now}, ${now},
        ${expiresAt}, 'impersonation', ${now}, ${minutes}, ${staff.userId}::uuid, ${reason}, ${staff.sessionId}::uuid)`);

    context.audit(null, { id, userId, clientId, name, reason, minutes, expiresAt }, "user");
    context.emit(impersonationStarted({ sessionId: id, userId }));
    return { sessionId: id, userId, clientId, name, expiresAt };
  },
});

/** A client's active user who acts for this client. Never staff. Throws NotFound, NotImpersonable. */
async function whoeverActsFor(
  { query, tenantId }: CommandContext,
  userId: string,
  clientId: string,
): Promise<{ name: string }> {
  const [user] = await query<{ name: string; isActive: boolean }>(sql`
    select u.name, u.status = 'ACTIVE' and c.status = 'ACTIVE' as "isActive"
    from memberships m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id and u.kind = 'CLIENT'
      join clients c on c.tenant_id = m.tenant_id and c.id = m.client_id
    where m.tenant_id = ${tenantId}::uuid and m.user_id = ${userId}::uuid and m.client_id = ${clientId}::uuid`);
  if (user === undefined) throw new NotFound("person");
  if (!user.isActive) throw new NotImpersonable();
  return user;
}
