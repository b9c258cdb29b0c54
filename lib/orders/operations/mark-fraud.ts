import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { cancelOrder } from "@/lib/orders/cancel";
import { exampleOrder } from "@/lib/orders/examples";
import { lockOrder, toOrderView } from "@/lib/orders/orders";
import { OrderVersionWithReason, OrderView } from "@/lib/orders/schema";

export const markFraud = operation({
  name: "orders.order.markFraud",
  summary: "Mark an order as fraud",
  description: "It ends like a cancelled one; the client is not told why.",
  audience: ["staff"],
  input: OrderVersionWithReason,
  output: OrderView,
  http: { method: "POST", path: "/orders/{orderId}/mark-fraud" },
  example: {
    input: { orderId: exampleOrder.id, version: 1, reason: "Stolen card" },
    output: { ...exampleOrder, status: "FRAUD", reason: "Stolen card" },
  },
  refusals: ["orders.order_not_found", "orders.order_not_changeable", "billing.invoice_not_changeable"],
  async run(context, { orderId, version, reason }) {
    const order = await lockOrder(context, { orderId, version });
    return toOrderView(context.actor, await cancelOrder(context, order, { as: "FRAUD", reason }));
  },
});
