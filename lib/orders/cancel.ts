import "server-only";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";
import { findInvoice } from "@/lib/billing/queries";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { orderCancelled } from "@/lib/orders/events";
import { assertOrder, changeOrder, type OrderRow } from "@/lib/orders/orders";
import { returnStock } from "@/lib/orders/take";
import { dropSubscriptions } from "@/lib/subscriptions/begin";
import { tell } from "@/lib/timeline/tell";

/**
 * Ends a locked order that was not accepted: its invoice is void, its stock goes back, nothing begins. A coupon stays used, so that
 * ordering and cancelling does not renew it. Throws OrderNotChangeable, and what voiding refuses: money came in.
 */
export async function cancelOrder(
  context: CommandContext,
  order: OrderRow,
  { as, reason }: { as: "CANCELLED" | "FRAUD"; reason: string },
): Promise<OrderRow> {
  assertOrder(as === "FRAUD" ? "markFraud" : "cancel", order);
  await dropSubscriptions(context, order.id, reason);
  await returnStock(context, order.id);
  const after = await changeOrder(
    context,
    order,
    sql`status = ${as}::order_status, reason = ${reason}, ended_at = ${context.now}, ${reviewer(context, order)}`,
  );
  const { id: orderId, clientId } = order;
  await tell(context, {
    what: as === "FRAUD" ? "order_fraud" : "order_cancelled",
    clientId,
    about: [orderId],
    data: { number: Number(order.number), reason },
    isPublic: as === "CANCELLED",
  });
  context.emit(orderCancelled({ orderId, clientId }));
  if (order.invoiceId !== null) {
    const { version } = await findInvoice(context, order.invoiceId);
    await context.call(voidInvoice, { invoiceId: order.invoiceId, version, reason });
  }
  return after;
}

/** Who looked at a held order, as columns. */
export function reviewer({ actor, now }: CommandContext, { status }: OrderRow) {
  if (status !== "HELD") return sql`reviewed_at = reviewed_at`;
  const id = actor.kind === "user" ? (actor.id ?? null) : null;
  return sql`reviewed_at = ${now}, reviewed_by_id = ${id}::uuid, reviewed_by_name = ${actor.name}`;
}
