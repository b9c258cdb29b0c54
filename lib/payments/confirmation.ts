import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { money } from "@/lib/core/money/money";
import { currencySchema } from "@/lib/core/money/schema";
import type { QueryContext } from "@/lib/core/operation/operation";
import { ConfirmationGone } from "@/lib/payments/errors";

/** What the test gateway puts aside for its page. */
const keptSchema = z.object({
  paymentId: idSchema,
  minor: z.int(),
  currency: currencySchema,
  description: z.string(),
  method: z.string(),
  returnUrl: z.string(),
  answer: z.enum(["confirm", "decline"]).nullable(),
});

/** A question of the test gateway by the secret of its link. Throws ConfirmationGone. */
export async function findConfirmation(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  token: string,
) {
  const key = `confirmation:${token}`;
  const [row] = await query<{ value: unknown }>(sql`
    select value from plugin_values where tenant_id = ${tenantId}::uuid and plugin = 'sandbox' and key = ${key}`);
  const kept = keptSchema.safeParse(row?.value);
  if (!kept.success) throw new ConfirmationGone();

  const { paymentId, minor, currency, ...asked } = kept.data;
  const [payment] = await query<{ connectionId: string }>(sql`
    select connection_id as "connectionId" from payments where tenant_id = ${tenantId}::uuid and id = ${paymentId}::uuid`);
  if (payment === undefined) throw new ConfirmationGone();
  return {
    key,
    connectionId: payment.connectionId,
    view: { ...asked, amount: money(BigInt(minor), currency) },
  };
}
