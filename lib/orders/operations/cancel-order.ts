import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { cancelOrder as cancel } from "@/lib/orders/cancel";
import { exampleOrder } from "@/lib/orders/examples";
import { lockOrder, toOrderView } from "@/lib/orders/orders";
import { OrderVersionWithReason, OrderView } from "@/lib/orders/schema";

export const cancelOrder = operation({
  name: "orders.order.cancel",
  summary: "Cancel an order that was not accepted",
  description: "Its invoice is voided and its stock goes back. The client is told the reason.",
  audience: ["staff"],
  input: OrderVersionWithReason,
  output: OrderView,
  http: { method: "POST", path: "/orders/{orderId}/cancel" },
  example: {
    input: { orderId: exampleOrder.id, version: 1, reason: "The client asked for it" },
    output: { ...exampleOrder, status: "CANCELLED", reason: "The client asked for it" },
  },
  refusals: ["orders.order_not_found", "orders.order_not_changeable", "billing.invoice_not_changeable"],
  async run(context, { orderId, version, reason }) {
    const order = await lockOrder(context, { orderId, version });
    return toOrderView(context.actor, await cancel(context, order, { as: "CANCELLED", reason }));
  },
});
