import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import type { Notice } from "@/lib/mail/contract";
import { markAddress } from "@/lib/mail/delivery/suppress";
import { messageFailed } from "@/lib/mail/events";
import { lockMessage, type MessageRow } from "@/lib/mail/queries";

/**
 * What a provider told of a mail later. The same notice twice, or two in another order, change nothing more. A bounce for good
 * marks the address; a passing one only the mail. Returns whether the mail is known here.
 */
export const recordNotice = operation({
  name: "mail.notice.record",
  summary: "Note what a provider told of a mail",
  audience: ["system"],
  input: z.strictObject({ transport: z.string(), notice: z.custom<Notice>() }),
  output: z.object({ isKnown: z.boolean() }),
  example: {
    input: {
      transport: "resend",
      notice: { providerId: "x", kind: "bounced", isPermanent: true, detail: "" },
    },
    output: { isKnown: true },
  },
  async run(context, { transport, notice }) {
    const [found] = await context.query<{ id: string }>(sql`
      select id from mail_messages
      where tenant_id = ${context.tenantId}::uuid and transport = ${transport} and provider_id = ${notice.providerId}`);
    if (found === undefined) return { isKnown: false };

    const message = await lockMessage(context, found.id);
    const detail = notice.detail.slice(0, 300) || null;
    if (notice.kind === "bounced" && message.state !== "BOUNCED") await bounce(context, message, detail);
    if (notice.kind === "complained") await markAddress(context, { message, reason: "COMPLAINED", detail });
    else if (notice.isPermanent) await markAddress(context, { message, reason: "BOUNCED", detail });
    return { isKnown: true };
  },
});

async function bounce(
  { query, tenantId, now, audit, emit }: CommandContext,
  before: MessageRow,
  detail: string | null,
): Promise<void> {
  const [after] = await query<MessageRow>(sql`
    update mail_messages set state = 'BOUNCED', reason = 'recipient_refused', detail = ${detail}, next_attempt_at = null,
      updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid and state <> 'BOUNCED'
    returning id, state, reason, detail, attempts`);
  audit({ id: before.id, state: before.state, attempts: before.attempts }, after as MessageRow, "message");
  emit(messageFailed({ messageId: before.id, reason: "recipient_refused" }));
}
