import "server-only";
import { z } from "zod";
import { lockContact } from "@/lib/clients/contacts/contacts";
import { contactDeleted } from "@/lib/clients/events";
import { exampleContact } from "@/lib/clients/examples";
import { ContactView } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const deleteContact = operation({
  name: "clients.contact.delete",
  summary: "Remove a contact",
  audience: ["staff", "client"],
  input: z.strictObject({ contactId: idSchema, version: z.number().int().min(1) }),
  output: ContactView,
  http: { method: "DELETE", path: "/contacts/{contactId}" },
  example: { input: { contactId: exampleContact.id, version: 1 }, output: exampleContact },
  refusals: ["clients.contact_not_found", "core.stale_version"],
  async run(context, { contactId, version }) {
    const { execute, tenantId, audit, emit } = context;
    const before = await lockContact(context, { contactId, version });
    await execute(sql`delete from contacts where tenant_id = ${tenantId}::uuid and id = ${contactId}::uuid`);

    audit(before, null);
    emit(contactDeleted({ clientId: before.clientId, contactId }));
    return before;
  },
});
