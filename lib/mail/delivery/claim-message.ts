import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { readBody } from "@/lib/mail/body";
import type { OutgoingMail } from "@/lib/mail/contract";
import { settleMessage } from "@/lib/mail/delivery/settle";
import { lockMessage, type MessageRow } from "@/lib/mail/queries";
import { canMail, type MailReason, type SuppressionReason, stoppedBy } from "@/lib/mail/rules/states";
import { type Sending, sendingOf, type Way } from "@/lib/mail/transport-settings";

export type Claim = { readonly way: Way; readonly mail: OutgoingMail };

/**
 * The beginning of an attempt: notes it, and hands the mail out with the way that it takes. Null when there is nothing to do:
 * the mail has its fate already, belongs to a later round, or must not be sent (then that is now its fate).
 * Has no door: what it returns may hold a credential.
 */
export const claimMessage = operation({
  name: "mail.message.claim",
  summary: "Take a mail to hand it over",
  audience: ["system"],
  input: z.strictObject({ messageId: idSchema, round: z.number().int() }),
  output: z.custom<Claim>().nullable(),
  example: { input: { messageId: "01932f3a-7c00-7000-8000-000000000401", round: 1 }, output: null },
  async run(context, { messageId, round }) {
    const before = await lockMessage(context, messageId);
    if (before.round !== round || !canMail("attempt", before.state)) return null;

    const [stored] = await context.query<{ body: string | null; headers: Record<string, string> }>(sql`
      select body, headers from mail_messages where tenant_id = ${context.tenantId}::uuid and id = ${messageId}::uuid`);
    const obstacle = await obstacleTo(context, before, stored?.body != null);
    if (obstacle !== undefined || stored?.body == null) {
      await settleMessage(context, before, {
        state: "FAILED",
        reason: obstacle ?? "body_gone",
        detail: null,
      });
      return null;
    }

    const sending = await sendingOf(context);
    const [after] = await context.query<MessageRow>(sql`
      update mail_messages set state = 'SENDING', attempts = attempts + 1, transport = ${sending.transport},
        next_attempt_at = null, updated_at = ${context.now}
      where tenant_id = ${context.tenantId}::uuid and id = ${messageId}::uuid and round = ${round}
      returning id, state, attempts, transport`);
    context.audit({ id: messageId, state: before.state, attempts: before.attempts }, after as MessageRow);
    return {
      way: sending,
      mail: outgoing(context, before, stored as { body: string; headers: Headers }, sending),
    };
  },
});

type Headers = Record<string, string>;

async function obstacleTo(
  { query, tenantId, now }: CommandContext,
  message: MessageRow,
  hasBody: boolean,
): Promise<MailReason | undefined> {
  if (!hasBody) return "body_gone";
  // A link that no longer works is not worth a mail.
  if (message.expiresAt !== null && message.expiresAt <= now) return "expired";
  const marks = await query<{ reason: SuppressionReason }>(
    sql`select reason from mail_suppressions where tenant_id = ${tenantId}::uuid and address = ${message.toAddress}`,
  );
  return stoppedBy(
    message.kind,
    marks.map(({ reason }) => reason),
  );
}

function outgoing(
  { tenantId }: CommandContext,
  message: MessageRow,
  stored: { body: string; headers: Headers },
  { from, replyTo }: Sending,
): OutgoingMail {
  const domain = from.address.slice(from.address.indexOf("@") + 1);
  return {
    id: message.id,
    messageId: `<${message.id}@${domain}>`,
    from,
    to: { address: message.toAddress, name: message.toName },
    replyTo,
    subject: message.subject,
    ...readBody(stored.body, tenantId, message.id),
    headers: stored.headers,
  };
}
