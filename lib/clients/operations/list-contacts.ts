import "server-only";
import { type ContactRow, contactColumns } from "@/lib/clients/contacts/contacts";
import { exampleClient, exampleContact } from "@/lib/clients/examples";
import { findClient } from "@/lib/clients/queries";
import { ContactView } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: sql`contacts`,
  columns: contactColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "createdAt",
  filters: { clientId: idSchema },
} as const;

export const listContacts = query({
  name: "clients.contact.list",
  summary: "List a client's contacts",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(ContactView),
  http: { method: "GET", path: "/clients/{clientId}/contacts" },
  example: { input: { clientId: exampleClient.id }, output: { items: [exampleContact], nextCursor: null } },
  refusals: ["clients.client_not_found"],
  async run(context, { clientId, ...request }) {
    await findClient(context, clientId);
    return readPage<ContactRow>(context, definition, request, [sql`client_id = ${clientId}::uuid`]);
  },
});
