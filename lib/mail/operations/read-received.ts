import "server-only";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { readBody } from "@/lib/mail/body";
import { MessageNotFound } from "@/lib/mail/errors";
import { exampleReceived } from "@/lib/mail/examples";
import { type ReceivedRow, receivedBy, receivedColumns, recipientOf } from "@/lib/mail/received";
import { MessageReference, ReceivedMailDetailView } from "@/lib/mail/schema";

export const readReceived = query({
  name: "mail.received.read",
  summary: "Read a mail that one was sent",
  description: "Without its words where it carried a credential, or where they are no longer kept.",
  audience: ["client"],
  input: MessageReference,
  output: ReceivedMailDetailView,
  http: { method: "GET", path: "/received-mails/{messageId}" },
  example: {
    input: { messageId: exampleReceived.id },
    output: { ...exampleReceived, html: "<p>Hello Ada Lovelace</p>", text: "Hello Ada Lovelace\n" },
  },
  refusals: ["mail.message_not_found"],
  async run({ query, tenantId, actor }, { messageId }) {
    const userId = recipientOf(actor);
    const [row] = await query<ReceivedRow & { body: string | null }>(sql`
      select ${receivedColumns}, body from ${receivedBy(userId)} as mails where id = ${messageId}::uuid`);
    if (row === undefined) throw new MessageNotFound();

    const { body, ...mail } = row;
    return { ...mail, ...(body === null ? { html: null, text: null } : readBody(body, tenantId, messageId)) };
  },
});
