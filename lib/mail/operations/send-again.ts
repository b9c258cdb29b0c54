import "server-only";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { AddressMarked, BodyNotKept, MessageNotResendable } from "@/lib/mail/errors";
import { messageQueued } from "@/lib/mail/events";
import { exampleMessage } from "@/lib/mail/examples";
import { lockMessage, type MessageRow, messageColumns } from "@/lib/mail/queries";
import { canMail, type SuppressionReason, stoppedBy } from "@/lib/mail/rules/states";
import { MessageReference, MessageView } from "@/lib/mail/schema";

export const sendAgain = operation({
  name: "mail.message.sendAgain",
  summary: "Send a failed mail again",
  audience: ["staff"],
  input: MessageReference,
  output: MessageView,
  http: { method: "POST", path: "/mails/{messageId}/send-again", status: 202 },
  example: {
    input: { messageId: exampleMessage.id },
    output: { ...exampleMessage, state: "QUEUED", round: 2, sentAt: null },
  },
  refusals: [
    "mail.message_not_found",
    "mail.message_not_resendable",
    "mail.body_not_kept",
    "mail.address_marked",
  ],
  async run(context, { messageId }) {
    const { query, tenantId, now, audit, emit } = context;
    const before = await lockMessage(context, messageId);
    if (!canMail("sendAgain", before.state)) throw new MessageNotResendable(before.state);
    if (!before.hasBody) throw new BodyNotKept();
    if (await isStopped(context, before)) throw new AddressMarked();

    const [after] = await query<MessageRow>(sql`
      update mail_messages set state = 'QUEUED', round = round + 1, reason = null, detail = null, next_attempt_at = null,
        updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${messageId}::uuid and round = ${before.round}
      returning ${messageColumns}`);
    if (after === undefined) throw new MessageNotResendable(before.state);

    audit(before, after);
    emit(messageQueued({ messageId, round: after.round }));
    return after;
  },
});

async function isStopped({ query, tenantId }: CommandContext, message: MessageRow): Promise<boolean> {
  const marks = await query<{ reason: SuppressionReason }>(
    sql`select reason from mail_suppressions where tenant_id = ${tenantId}::uuid and address = ${message.toAddress}`,
  );
  const reasons = marks.map(({ reason }) => reason);
  return stoppedBy(message.kind, reasons) !== undefined;
}
