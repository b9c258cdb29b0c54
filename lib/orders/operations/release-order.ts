import "server-only";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { reviewer } from "@/lib/orders/cancel";
import { orderReleased } from "@/lib/orders/events";
import { exampleOrder } from "@/lib/orders/examples";
import { invoiceOrder } from "@/lib/orders/invoice";
import { assertOrder, changeOrder, lockOrder, toOrderView } from "@/lib/orders/orders";
import { OrderVersion, OrderView } from "@/lib/orders/schema";
import { tell } from "@/lib/timeline/tell";

export const releaseOrder = operation({
  name: "orders.order.release",
  summary: "Let an order go on that was held",
  description: "Its invoice is issued and goes to the client.",
  audience: ["staff"],
  input: OrderVersion,
  output: OrderView,
  http: { method: "POST", path: "/orders/{orderId}/release" },
  example: { input: { orderId: exampleOrder.id, version: 1 }, output: exampleOrder },
  refusals: ["orders.order_not_found", "orders.order_not_changeable"],
  async run(context, { orderId, version }) {
    const order = await lockOrder(context, { orderId, version });
    assertOrder("release", order);
    const released = await changeOrder(context, order, sql`status = 'PENDING', ${reviewer(context, order)}`);
    const { clientId } = order;
    const data = { number: Number(order.number) };
    await tell(context, { what: "order_released", clientId, about: [orderId], data, isPublic: false });
    context.emit(orderReleased({ orderId, clientId }));
    return toOrderView(context.actor, await invoiceOrder(context, released));
  },
});
