import "server-only";
import type { PricedItem } from "@/lib/catalog/rules/selection";
import { totalsOf } from "@/lib/catalog/rules/totals";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { takeNumbers } from "@/lib/core/number-series";
import type { CommandContext } from "@/lib/core/operation/operation";
import {
  type SubscriptionDetails,
  type SubscriptionRow,
  subscriptionColumns,
} from "@/lib/subscriptions/queries";

export type Agreed = {
  /** With the prices as they were agreed, which need not be those of the catalogue. */
  readonly item: PricedItem;
  readonly details: SubscriptionDetails;
};

/**
 * Notes what an order's client will be served with, within the order's operation: PENDING until the order is accepted. Returns the rows
 * in the order of what was agreed.
 */
export async function subscribe(
  context: CommandContext,
  { clientId, orderId, agreed }: { clientId: string; orderId: string; agreed: readonly Agreed[] },
): Promise<SubscriptionRow[]> {
  const { tenantId, now, query, execute, audit } = context;
  const first = await takeNumbers(context, { kind: "subscription" }, agreed.length);
  const rows: SubscriptionRow[] = [];
  for (const [index, { item, details }] of agreed.entries()) {
    const { recurring } = totalsOf(item);
    const { hostName } = item.selection;
    const [row] = await query<SubscriptionRow>(sql`
      insert into subscriptions (id, tenant_id, number, client_id, order_id, product_id, plan_id, label, currency, cycle, quantity,
        recurring_minor, host_name, details, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${first + BigInt(index)}, ${clientId}::uuid, ${orderId}::uuid,
        ${item.productId}::uuid, ${item.planId}::uuid, ${labelOf(item.label, hostName)}, ${item.currency}, ${item.cycle}, ${item.quantity},
        ${recurring.minor}, ${hostName}, ${JSON.stringify(details)}::jsonb, ${now}, ${now})
      returning ${subscriptionColumns}`);
    const subscription = row as SubscriptionRow;
    await keepItems(subscription, item);
    audit(null, subscription, "subscription");
    rows.push(subscription);
  }
  return rows;

  async function keepItems(subscription: SubscriptionRow, { lines }: PricedItem): Promise<void> {
    for (const [position, line] of lines.entries()) {
      await execute(sql`
        insert into subscription_items (id, tenant_id, client_id, subscription_id, position, kind, plan_id, choice_id, addon_id, price_id,
          description, quantity, unit_minor)
        values (${newId()}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${subscription.id}::uuid, ${position}, ${line.kind}::order_line_kind,
          ${line.planId}::uuid, ${line.choiceId}::uuid, ${line.addonId}::uuid, ${line.priceId}::uuid, ${line.description}, ${line.quantity},
          ${line.recurs ? line.unit.minor : 0n})`);
    }
  }
}

/** What it is called on documents. */
export function labelOf(label: string, hostName: string | null): string {
  return hostName === null ? label : `${label} (${hostName})`;
}
