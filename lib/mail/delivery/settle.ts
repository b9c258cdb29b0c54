import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { messageFailed, messageSent } from "@/lib/mail/events";
import type { MessageRow } from "@/lib/mail/queries";
import type { MailReason } from "@/lib/mail/rules/states";

export type Fate =
  | { readonly state: "SENT"; readonly transport: string; readonly providerId: string | null }
  | { readonly state: "FAILED" | "BOUNCED"; readonly reason: MailReason; readonly detail: string | null };

/**
 * Writes a mail's fate. A mail with a credential loses its body when a transport that leaves the house has taken it: staff can
 * read no sign-in link that somebody else holds. In the local mailbox it stays, for there it is the only copy.
 */
export async function settleMessage(context: CommandContext, before: MessageRow, fate: Fate): Promise<void> {
  const { query, tenantId, now } = context;
  const isSent = fate.state === "SENT";
  const reason = isSent ? null : fate.reason;
  const detail = isSent ? null : fate.detail;
  const forgetsBody = isSent && before.isSensitive && fate.transport !== "local";

  const [after] = await query<MessageRow>(sql`
    update mail_messages set state = ${fate.state}::mail_state, reason = ${reason}, detail = ${detail}, next_attempt_at = null,
      sent_at = ${isSent ? now : before.sentAt}, provider_id = ${isSent ? fate.providerId : before.providerId},
      body = case when ${forgetsBody} then null else body end,
      body_key_id = case when ${forgetsBody} then null else body_key_id end, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid and round = ${before.round}
    returning id, state, reason, detail, attempts, provider_id as "providerId"`);
  context.audit(
    { id: before.id, state: before.state, attempts: before.attempts },
    after as MessageRow,
    "message",
  );
  context.emit(
    isSent
      ? messageSent({ messageId: before.id })
      : messageFailed({ messageId: before.id, reason: fate.reason }),
  );
}
