import "server-only";
import { z } from "zod";
import { impersonationEnded } from "@/lib/auth/people/events";
import { ImpersonationEndView } from "@/lib/auth/people/schema";
import { inForce, personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import { NotFound } from "@/lib/core/errors";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

type Row = { clientId: string | null; staffSessionId: string };

export const endImpersonation = operation({
  name: "auth.impersonation.end",
  summary: "Stop acting as a client's user",
  description:
    "The browser goes back to the session of one's own that it was begun in, while that one is in force.",
  audience: ["client"],
  input: z.strictObject({}),
  output: ImpersonationEndView,
  example: {
    input: {},
    output: {
      endedSessionId: "01932f3a-7c00-7000-8000-000000000115",
      backTo: {
        sessionId: "01932f3a-7c00-7000-8000-000000000102",
        userId: "01932f3a-7c00-7000-8000-000000000101",
      },
      clientId: "01932f3a-7c00-7000-8000-000000000001",
    },
  },
  refusals: ["auth.person_needed", "core.not_found"],
  async run(context) {
    const { query, execute, tenantId, now, actor } = context;
    const { userId, sessionId } = personOf(actor);
    if (actor.impersonator === undefined) throw new NotFound("impersonation");
    const [row] = await query<Row>(sql`
      select client_id as "clientId", impersonator_session_id as "staffSessionId" from sessions
      where tenant_id = ${tenantId}::uuid and id = ${sessionId}::uuid and impersonator_id = ${actor.impersonator.id}::uuid
        and revoked_at is null for no key update`);
    if (row === undefined) throw new NotFound("impersonation");

    await execute(sql`
      update sessions set revoked_at = ${now}, revoked_reason = 'impersonation_ended'
      where tenant_id = ${tenantId}::uuid and id = ${sessionId}::uuid and revoked_at is null`);
    context.audit({ id: sessionId, userId, revokedAt: null }, { id: sessionId, userId, revokedAt: now });
    context.emit(impersonationEnded({ sessionId, userId }));
    return { endedSessionId: sessionId, clientId: row.clientId, backTo: await ownSession(context, row) };
  },
});

async function ownSession({ query, tenantId, now, actor }: CommandContext, { staffSessionId }: Row) {
  const [session] = await query<{ sessionId: string; userId: string }>(sql`
    select id as "sessionId", user_id as "userId" from sessions
    where tenant_id = ${tenantId}::uuid and id = ${staffSessionId}::uuid and user_id = ${actor.impersonator?.id ?? null}::uuid
      and impersonator_id is null and ${inForce(now)}`);
  return session ?? null;
}
