import "server-only";
import { findClient } from "@/lib/clients/queries";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { exampleOrder, exampleSelection } from "@/lib/orders/examples";
import { invoiceOrder } from "@/lib/orders/invoice";
import { toOrderView } from "@/lib/orders/orders";
import { placeOrder } from "@/lib/orders/place";
import { reckon } from "@/lib/orders/reckon";
import { CreateOrderInput, OrderView } from "@/lib/orders/schema";
import { findTenant } from "@/lib/tenants/queries";

export const createOrder = operation({
  name: "orders.order.create",
  summary: "Order on behalf of a client",
  description:
    "In the client's currency, by the catalogue as it is now; a plan may have a price of its own, with the reason for it. The invoice is issued at once.",
  audience: ["staff"],
  input: CreateOrderInput,
  output: OrderView,
  http: { method: "POST", path: "/orders", status: 201 },
  example: {
    input: { clientId: exampleOrder.clientId, items: [exampleSelection] },
    output: { ...exampleOrder, source: "STAFF" },
  },
  refusals: [
    "clients.client_not_found",
    "orders.not_orderable",
    "orders.sold_out",
    "orders.client_limit",
    "orders.coupon_unusable",
    "orders.other_currency",
  ],
  async run(context, { clientId, items, couponCode }) {
    const client = await findClient(context, clientId);
    const { language } = await findTenant(context);
    const reckoning = await reckon(context, {
      currency: client.currency,
      wanted: items.map(({ override, ...selection }) => ({ id: newId(), selection, override })),
      couponCode,
      language: client.language ?? language,
      buyer: client,
    });
    const source = context.actor.kind === "api_key" ? "API" : "STAFF";
    const placedByName = context.actor.name;
    const order = await placeOrder(context, {
      client,
      reckoning,
      source,
      address: null,
      termsHash: null,
      placedByName,
    });
    return toOrderView(context.actor, await invoiceOrder(context, order));
  },
});
