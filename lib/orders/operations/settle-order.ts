import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { acceptOrder } from "@/lib/orders/accept";
import { exampleOrder } from "@/lib/orders/examples";
import { lockOrder, toOrderView } from "@/lib/orders/orders";
import { OrderReference, OrderView } from "@/lib/orders/schema";

export const settleOrder = operation({
  name: "orders.order.settle",
  summary: "Accept an order that was paid",
  description: "Once: told again, it changes nothing. An order that was cancelled meanwhile stays so.",
  audience: ["system"],
  input: OrderReference,
  output: OrderView,
  example: { input: { orderId: exampleOrder.id }, output: { ...exampleOrder, status: "ACTIVE" } },
  refusals: ["orders.order_not_found"],
  async run(context, { orderId }) {
    const order = await lockOrder(context, { orderId });
    return toOrderView(context.actor, await acceptOrder(context, order));
  },
});
