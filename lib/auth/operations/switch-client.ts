import "server-only";
import { z } from "zod";
import { exampleOwnClient } from "@/lib/auth/people/examples";
import { OwnClientView } from "@/lib/auth/people/schema";
import { personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import { NotFound } from "@/lib/core/errors";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

type Row = { clientId: string; name: string; number: bigint; role: string };

export const switchClient = operation({
  name: "auth.session.switchClient",
  summary: "Act for another of one's clients",
  description:
    "The session stays; from the next request on it has the rights that the person has for that client.",
  audience: ["client"],
  refusedToImpersonators: true,
  input: z.strictObject({ clientId: idSchema }),
  output: OwnClientView,
  example: { input: { clientId: exampleOwnClient.clientId }, output: exampleOwnClient },
  refusals: ["auth.person_needed", "core.not_found"],
  async run(context, { clientId }) {
    const { query, execute, tenantId, actor } = context;
    const { userId, sessionId } = personOf(actor);
    const [client] = await query<Row>(sql`
      select client_id as "clientId", name, number, role from clients_of_user(${userId}::uuid) where client_id = ${clientId}::uuid`);
    if (client === undefined) throw new NotFound("client");

    await execute(sql`
      update sessions set client_id = ${clientId}::uuid
      where tenant_id = ${tenantId}::uuid and id = ${sessionId}::uuid and user_id = ${userId}::uuid and revoked_at is null`);
    context.audit({ id: sessionId, clientId: actor.clientId ?? null }, { id: sessionId, clientId });
    return { ...client, number: Number(client.number), roleName: null, isCurrent: true };
  },
});
