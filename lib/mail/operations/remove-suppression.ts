import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { SuppressionNotFound } from "@/lib/mail/errors";
import { exampleSuppression } from "@/lib/mail/examples";
import type { SuppressionReason } from "@/lib/mail/rules/states";
import { SuppressionView } from "@/lib/mail/schema";

type Row = {
  id: string;
  address: string;
  reason: SuppressionReason;
  detail: string | null;
  messageId: string | null;
  createdAt: Date;
};

/** For an address that works again. An unsubscription is the person's own word, and only they take it back. */
export const removeSuppression = operation({
  name: "mail.suppression.remove",
  summary: "Lift the mark of an address",
  audience: ["staff"],
  input: z.strictObject({ suppressionId: idSchema }),
  output: SuppressionView,
  http: { method: "DELETE", path: "/mail-suppressions/{suppressionId}" },
  example: { input: { suppressionId: exampleSuppression.id }, output: exampleSuppression },
  refusals: ["mail.suppression_not_found"],
  async run({ query, tenantId, audit }, { suppressionId }) {
    const [mark] = await query<Row>(sql`
      delete from mail_suppressions
      where tenant_id = ${tenantId}::uuid and id = ${suppressionId}::uuid and reason <> 'UNSUBSCRIBED'
      returning id, address, reason, detail, message_id as "messageId", created_at as "createdAt"`);
    if (mark === undefined) throw new SuppressionNotFound();
    audit(mark, null);
    return mark;
  },
});
