import "server-only";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import { addressMarked } from "@/lib/mail/events";
import type { MessageRow } from "@/lib/mail/queries";
import type { SuppressionReason } from "@/lib/mail/rules/states";

type Mark = {
  readonly message: Pick<MessageRow, "id" | "toAddress">;
  readonly reason: SuppressionReason;
  readonly detail: string | null;
};

/** Marks the address that a mail went to. A mark that is there already stays as it is. */
export async function markAddress(
  { query, tenantId, now, audit, emit }: CommandContext,
  { message, reason, detail }: Mark,
): Promise<void> {
  const [mark] = await query<{ id: string; address: string }>(sql`
    insert into mail_suppressions (id, tenant_id, address, reason, detail, message_id, created_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${message.toAddress}, ${reason}::mail_suppression_reason, ${detail},
      ${message.id}::uuid, ${now})
    on conflict (tenant_id, address, reason) do nothing
    returning id, address, reason, detail`);
  if (mark === undefined) return;
  audit(null, mark, "suppression");
  emit(addressMarked({ suppressionId: mark.id, reason }));
}
