import "server-only";
import { z } from "zod";
import { exampleOwnClient } from "@/lib/auth/people/examples";
import { OwnClientView } from "@/lib/auth/people/schema";
import { personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";

type Row = { clientId: string; name: string; number: bigint; role: string; roleName: string | null };

export const listOwnClients = query({
  name: "auth.session.listClients",
  summary: "List the clients one acts for",
  audience: ["client"],
  input: z.strictObject({}),
  output: z.object({ items: z.array(OwnClientView) }),
  example: { input: {}, output: { items: [exampleOwnClient] } },
  refusals: ["auth.person_needed"],
  async run({ query, actor, tenantId }) {
    const { userId } = personOf(actor);
    const rows = await query<Row>(sql`
      select c.client_id as "clientId", c.name, c.number, c.role, r.name as "roleName" from clients_of_user(${userId}::uuid) c
        left join custom_roles r on r.tenant_id = ${tenantId}::uuid and r.id::text = c.role`);
    return {
      items: rows.map(({ number, ...row }) => ({
        ...row,
        number: Number(number),
        isCurrent: row.clientId === actor.clientId,
      })),
    };
  },
});
