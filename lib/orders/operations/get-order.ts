import "server-only";
import { money } from "@/lib/core/money/money";
import { query } from "@/lib/core/operation/operation";
import { exampleOrder, exampleOrderLine } from "@/lib/orders/examples";
import { findOrder, linesOfOrder, type OrderLineRow, type OrderRow, toOrderView } from "@/lib/orders/orders";
import { OrderReference, OrderWithLines } from "@/lib/orders/schema";

export const getOrder = query({
  name: "orders.order.get",
  summary: "Read an order with its lines",
  audience: ["staff", "client"],
  input: OrderReference,
  output: OrderWithLines,
  http: { method: "GET", path: "/orders/{orderId}" },
  example: { input: { orderId: exampleOrder.id }, output: { ...exampleOrder, lines: [exampleOrderLine] } },
  refusals: ["orders.order_not_found"],
  async run(context, { orderId }) {
    const order = await findOrder(context, orderId);
    const lines = await linesOfOrder(context, orderId);
    const isClient = context.actor.audience === "client";
    return {
      ...toOrderView(context.actor, order),
      lines: lines.map((line) => toLineView(order, isClient ? { ...line, overrideReason: null } : line)),
    };
  },
});

function toLineView({ currency }: OrderRow, line: OrderLineRow) {
  const { unitMinor, setupMinor, discountMinor, amountMinor, ...rest } = line;
  return {
    ...rest,
    unit: money(unitMinor, currency),
    setup: money(setupMinor, currency),
    discount: money(discountMinor, currency),
    amount: money(amountMinor, currency),
  };
}
