import "server-only";
import { query } from "@/lib/core/operation/operation";
import { exampleMessage } from "@/lib/mail/examples";
import { findMessage } from "@/lib/mail/queries";
import { MessageReference, MessageView } from "@/lib/mail/schema";

export const getMessage = query({
  name: "mail.message.get",
  summary: "Read a mail's fate",
  audience: ["staff"],
  input: MessageReference,
  output: MessageView,
  http: { method: "GET", path: "/mails/{messageId}" },
  example: { input: { messageId: exampleMessage.id }, output: exampleMessage },
  refusals: ["mail.message_not_found"],
  run: (context, { messageId }) => findMessage(context, messageId),
});
