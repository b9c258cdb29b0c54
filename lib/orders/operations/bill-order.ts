import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { exampleOrder } from "@/lib/orders/examples";
import { invoiceOrder } from "@/lib/orders/invoice";
import { lockOrder, toOrderView } from "@/lib/orders/orders";
import { OrderReference, OrderView } from "@/lib/orders/schema";

export const billOrder = operation({
  name: "orders.order.bill",
  summary: "Issue the invoice of an order",
  description: "Once: an order that has its invoice, or that is held or ended, is left as it is.",
  audience: ["system"],
  input: OrderReference,
  output: OrderView,
  example: { input: { orderId: exampleOrder.id }, output: exampleOrder },
  refusals: ["orders.order_not_found"],
  async run(context, { orderId }) {
    const order = await lockOrder(context, { orderId });
    return toOrderView(context.actor, await invoiceOrder(context, order));
  },
});
