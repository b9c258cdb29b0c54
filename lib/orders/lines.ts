import "server-only";
import { dueOf } from "@/lib/catalog/rules/totals";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { subtract } from "@/lib/core/money/money";
import type { CommandContext } from "@/lib/core/operation/operation";
import type { OrderRow } from "@/lib/orders/orders";
import type { Reckoning } from "@/lib/orders/reckon";
import type { SubscriptionRow } from "@/lib/subscriptions/queries";

/** Keeps the lines of an order as they were reckoned, with the version of each price. */
export async function keepLines(
  { execute, tenantId }: CommandContext,
  order: OrderRow,
  { items }: Reckoning,
  subscriptions: readonly SubscriptionRow[],
): Promise<void> {
  let position = 0;
  for (const [index, { item, discounts, overrideReason }] of items.entries()) {
    if (item === undefined) continue;
    const subscription = subscriptions[index];
    const { hostName, fields, choices } = item.selection;
    for (const [n, line] of item.lines.entries()) {
      const discount = discounts[n] ?? subtract(line.unit, line.unit);
      const description = line.kind === "PLAN" ? (subscription?.label ?? line.description) : line.description;
      await execute(sql`
        insert into order_lines (id, tenant_id, client_id, order_id, position, kind, item, plan_id, choice_id, addon_id, price_id,
          subscription_id, description, cycle, quantity, unit_minor, setup_minor, discount_minor, amount_minor, tax_class, override_reason,
          details)
        values (${newId()}::uuid, ${tenantId}::uuid, ${order.clientId}::uuid, ${order.id}::uuid, ${position}, ${line.kind}::order_line_kind,
          ${index}, ${line.planId}::uuid, ${line.choiceId}::uuid, ${line.addonId}::uuid, ${line.priceId}::uuid,
          ${subscription?.id ?? null}::uuid, ${description}, ${line.recurs ? item.cycle : "once"}, ${line.quantity}, ${line.unit.minor},
          ${line.setup.minor}, ${discount.minor}, ${subtract(dueOf(line), discount).minor}, ${line.taxClass},
          ${line.kind === "PLAN" ? overrideReason : null}, ${JSON.stringify(line.kind === "PLAN" ? { hostName, fields, choices } : {})}::jsonb)`);
      position += 1;
    }
  }
}
