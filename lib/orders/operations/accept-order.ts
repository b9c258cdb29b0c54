import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { acceptOrder as accept } from "@/lib/orders/accept";
import { exampleOrder } from "@/lib/orders/examples";
import { assertOrder, lockOrder, toOrderView } from "@/lib/orders/orders";
import { OrderVersion, OrderView } from "@/lib/orders/schema";

export const acceptOrder = operation({
  name: "orders.order.accept",
  summary: "Accept an order before it is paid",
  description: "What it asks for is delivered; its invoice stays open.",
  audience: ["staff"],
  input: OrderVersion,
  output: OrderView,
  http: { method: "POST", path: "/orders/{orderId}/accept" },
  example: { input: { orderId: exampleOrder.id, version: 1 }, output: { ...exampleOrder, status: "ACTIVE" } },
  refusals: ["orders.order_not_found", "orders.order_not_changeable"],
  async run(context, { orderId, version }) {
    const order = await lockOrder(context, { orderId, version });
    assertOrder("accept", order);
    return toOrderView(context.actor, await accept(context, order));
  },
});
