import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { BodyNotKept } from "@/lib/mail/errors";
import { exampleMessage } from "@/lib/mail/examples";
import { findBody, lockMessage } from "@/lib/mail/queries";
import { MailBodyView, MessageReference } from "@/lib/mail/schema";

/**
 * What a mail with a credential said, while it lies in the local mailbox. For the owner, who has no other way to a link without a
 * mail server; and on record, since whoever reads it could use it. No API key gets here.
 */
export const revealMessage = operation({
  name: "mail.message.reveal",
  summary: "Read a mail that carries a credential",
  description: "Only from the local mailbox, only by the owner, and noted in the audit log.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: MessageReference,
  output: MailBodyView,
  example: { input: { messageId: exampleMessage.id }, output: { html: "<p>…</p>", text: "…" } },
  refusals: ["mail.message_not_found", "mail.body_not_kept"],
  async run(context, { messageId }) {
    const message = await lockMessage(context, messageId);
    const body = message.transport === "local" ? await findBody(context, messageId) : undefined;
    if (body === undefined) throw new BodyNotKept();

    const { id, template, toAddress, subject } = message;
    context.audit(null, { id, template, toAddress, subject });
    return body;
  },
});
