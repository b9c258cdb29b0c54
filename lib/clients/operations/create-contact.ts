import "server-only";
import { type ContactRow, contactColumns } from "@/lib/clients/contacts/contacts";
import { ClientNotChangeable, ContactTaken } from "@/lib/clients/errors";
import { contactCreated } from "@/lib/clients/events";
import { exampleClient, exampleContact } from "@/lib/clients/examples";
import { readPhone } from "@/lib/clients/phone";
import { lockClient } from "@/lib/clients/queries";
import { canClient } from "@/lib/clients/rules/status";
import { ContactView, CreateContactInput } from "@/lib/clients/schema";
import { isUniqueViolation } from "@/lib/core/db/failures";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createContact = operation({
  name: "clients.contact.create",
  summary: "Add a contact to a client",
  audience: ["staff", "client"],
  input: CreateContactInput,
  output: ContactView,
  http: { method: "POST", path: "/clients/{clientId}/contacts", status: 201 },
  example: {
    input: {
      clientId: exampleClient.id,
      name: "Charles Babbage",
      email: "accounts@example.com",
      position: "Accounts",
      language: "en",
      mails: ["invoice"],
    },
    output: exampleContact,
  },
  refusals: ["clients.client_not_found", "clients.client_not_changeable", "clients.contact_taken"],
  async run(context, { clientId, name, email, position, language, mails, ...given }) {
    const { query, tenantId, now, audit, emit } = context;
    const client = await lockClient(context, { clientId });
    if (!canClient("update", client.status)) throw new ClientNotChangeable("update", client.status);
    const { phone, problems } = await readPhone(given.phone, client.country);
    if (problems.length > 0) throw new InvalidInput(problems);

    const [contact] = await query<ContactRow>(sql`
      insert into contacts (id, tenant_id, client_id, name, email, phone, position, language, mails, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${name}, ${email}, ${phone}, ${position || null}, ${language},
        ${mails}::text[], ${now}, ${now}) returning ${contactColumns}`).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new ContactTaken() : error;
    });
    audit(null, contact as ContactRow);
    emit(contactCreated({ clientId, contactId: (contact as ContactRow).id }));
    return contact as ContactRow;
  },
});
