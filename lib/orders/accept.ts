import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { orderAccepted } from "@/lib/orders/events";
import { changeOrder, type OrderRow } from "@/lib/orders/orders";
import { beginSubscriptions } from "@/lib/subscriptions/begin";
import { tell } from "@/lib/timeline/tell";

/** Begins what a locked order asks for. An order that was accepted before is left as it is. */
export async function acceptOrder(context: CommandContext, order: OrderRow): Promise<OrderRow> {
  if (order.status !== "PENDING") return order;

  const after = await changeOrder(context, order, sql`status = 'ACTIVE', accepted_at = ${context.now}`);
  const subscriptions = await beginSubscriptions(context, order.id);
  const { id: orderId, clientId } = order;
  await tell(context, {
    what: "order_accepted",
    clientId,
    about: [orderId],
    data: { number: Number(order.number) },
    isPublic: true,
  });
  context.emit(orderAccepted({ orderId, clientId, subscriptionIds: subscriptions.map(({ id }) => id) }));
  return after;
}
