import "server-only";
import { query } from "@/lib/core/operation/operation";
import { exampleMessage } from "@/lib/mail/examples";
import { findBody, findMessage } from "@/lib/mail/queries";
import { MailBodyView, MessageReference } from "@/lib/mail/schema";

/** What a mail said. Nothing of one that carries a credential: that is `mail.message.reveal`. */
export const readMessage = query({
  name: "mail.message.read",
  summary: "Read what a mail said",
  audience: ["staff"],
  input: MessageReference,
  output: MailBodyView,
  http: { method: "GET", path: "/mails/{messageId}/body" },
  example: {
    input: { messageId: exampleMessage.id },
    output: { html: "<p>Hello Ada Lovelace</p>", text: "Hello Ada Lovelace\n" },
  },
  refusals: ["mail.message_not_found"],
  async run(context, { messageId }) {
    const message = await findMessage(context, messageId);
    const body = message.isSensitive ? undefined : await findBody(context, messageId);
    return body ?? { html: null, text: null };
  },
});
