import "server-only";
import { type ContactRow, contactColumns, lockContact } from "@/lib/clients/contacts/contacts";
import { ContactTaken } from "@/lib/clients/errors";
import { contactUpdated } from "@/lib/clients/events";
import { exampleContact } from "@/lib/clients/examples";
import { readPhone } from "@/lib/clients/phone";
import { findClient } from "@/lib/clients/queries";
import { ContactView, UpdateContactInput } from "@/lib/clients/schema";
import { isUniqueViolation } from "@/lib/core/db/failures";
import { withoutUndefined } from "@/lib/core/db/patch";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";
import { operation } from "@/lib/core/operation/operation";

export const updateContact = operation({
  name: "clients.contact.update",
  summary: "Change a contact",
  audience: ["staff", "client"],
  input: UpdateContactInput,
  output: ContactView,
  http: { method: "PATCH", path: "/contacts/{contactId}" },
  example: {
    input: { contactId: exampleContact.id, version: 1, mails: ["invoice", "general"] },
    output: { ...exampleContact, mails: ["invoice", "general"], version: 2 },
  },
  refusals: ["clients.contact_not_found", "clients.contact_taken", "core.stale_version"],
  async run(context, { contactId, version, ...changes }) {
    const { query, tenantId, now, audit, emit } = context;
    const before = await lockContact(context, { contactId, version });
    const { country } = await findClient(context, before.clientId);
    const { phone, problems } = await readPhone(changes.phone, country);
    if (problems.length > 0) throw new InvalidInput(problems);

    const row = { ...before, ...withoutUndefined({ ...changes, phone }) };
    const [after] = await query<ContactRow>(sql`
      update contacts set name = ${row.name}, email = ${row.email}, phone = ${row.phone}, position = ${row.position || null},
        language = ${row.language}, mails = ${row.mails}::text[], version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${contactId}::uuid returning ${contactColumns}`).catch(
      (error: unknown) => {
        throw isUniqueViolation(error) ? new ContactTaken() : error;
      },
    );
    audit(before, after as ContactRow);
    emit(contactUpdated({ clientId: before.clientId, contactId }));
    return after as ContactRow;
  },
});
