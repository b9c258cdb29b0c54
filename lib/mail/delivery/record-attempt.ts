import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import type { Outcome } from "@/lib/mail/contract";
import { settleMessage } from "@/lib/mail/delivery/settle";
import { markAddress } from "@/lib/mail/delivery/suppress";
import { lockMessage, type MessageRow } from "@/lib/mail/queries";
import { pauseAfter } from "@/lib/mail/rules/retry";
import { canMail, type MailReason } from "@/lib/mail/rules/states";

/**
 * The end of an attempt. Returns after how many seconds to try again, or null when the mail has its fate: it was taken, it never
 * will be, or this was the last attempt.
 */
export const recordAttempt = operation({
  name: "mail.message.record",
  summary: "Note how handing a mail over ended",
  audience: ["system"],
  input: z.strictObject({
    messageId: idSchema,
    round: z.number().int(),
    /** Number of the attempt in this round, from 1. */
    attempt: z.number().int().min(1),
    outcome: z.custom<Outcome>(),
  }),
  output: z.object({ retryAfterSeconds: z.number().int().nullable() }),
  example: {
    input: {
      messageId: "01932f3a-7c00-7000-8000-000000000401",
      round: 1,
      attempt: 1,
      outcome: { kind: "accepted", providerId: null },
    },
    output: { retryAfterSeconds: null },
  },
  async run(context, { messageId, round, attempt, outcome }) {
    const before = await lockMessage(context, messageId);
    // A bounce may have come in before the attempt was noted.
    if (before.round !== round || !canMail("attempt", before.state)) return { retryAfterSeconds: null };

    const retryAfterSeconds = await fate(context, before, attempt, outcome);
    return { retryAfterSeconds };
  },
});

async function fate(
  context: CommandContext,
  before: MessageRow,
  attempt: number,
  outcome: Outcome,
): Promise<number | null> {
  if (outcome.kind === "accepted") {
    const { providerId } = outcome;
    await settleMessage(context, before, {
      state: "SENT",
      transport: before.transport ?? "local",
      providerId,
    });
    return null;
  }

  const detail = shortened(outcome.detail);
  if (outcome.kind === "refused") {
    const isRecipient = outcome.reason === "recipient_refused";
    await settleMessage(context, before, {
      state: isRecipient ? "BOUNCED" : "FAILED",
      reason: outcome.reason,
      detail,
    });
    if (isRecipient) await markAddress(context, { message: before, reason: "BOUNCED", detail });
    return null;
  }

  const pause = pauseAfter(attempt, outcome.kind === "later" ? outcome.afterSeconds : 0);
  const reason = outcome.kind === "later" ? outcome.reason : "outcome_unknown";
  if (pause === undefined) {
    await settleMessage(context, before, {
      state: "FAILED",
      reason: "gave_up",
      detail: `${reason}: ${detail}`,
    });
    return null;
  }
  await wait(context, before, { pause, reason, detail });
  return pause;
}

async function wait(
  { query, tenantId, now, audit }: CommandContext,
  before: MessageRow,
  { pause, reason, detail }: { pause: number; reason: MailReason; detail: string },
): Promise<void> {
  const next = new Date(now.getTime() + pause * 1_000);
  const [after] = await query<MessageRow>(sql`
    update mail_messages set state = 'QUEUED', reason = ${reason}, detail = ${detail}, next_attempt_at = ${next}, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid and round = ${before.round}
    returning id, state, reason, detail, attempts`);
  audit({ id: before.id, state: before.state, attempts: before.attempts }, after as MessageRow);
}

/** The other side's own words, as one line. */
function shortened(detail: string): string {
  return detail
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
    .trim()
    .slice(0, 300);
}
