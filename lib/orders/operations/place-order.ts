import "server-only";
import type { z } from "zod";
import { createClient } from "@/lib/clients/operations/create-client";
import { type ClientRow, findClient } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { fieldErrors } from "@/lib/core/operation/validation";
import { reckonCart } from "@/lib/orders/cart-view";
import { lockCart } from "@/lib/orders/carts";
import { PriceChanged } from "@/lib/orders/errors";
import { exampleOrder, exampleToken } from "@/lib/orders/examples";
import { findOrder, type OrderRow } from "@/lib/orders/orders";
import { placeOrder as place } from "@/lib/orders/place";
import { BuyerInput, OrderPlaced, PlaceOrderInput } from "@/lib/orders/schema";
import { agreedTerms } from "@/lib/orders/terms";

export const placeOrder = operation({
  name: "orders.order.place",
  summary: "Order what is in the cart",
  description:
    "A visitor becomes a client; whoever is signed in orders for the client they act for. The price is reckoned anew, and the order is refused when it is not the one that was shown. The same cart orders once, however often it is sent.",
  audience: ["visitor"],
  input: PlaceOrderInput,
  output: OrderPlaced,
  example: {
    input: {
      token: exampleToken,
      language: "en",
      expectedTotalMinor: 1190,
      expectedCurrency: "EUR",
      name: "Ada Lovelace",
      email: "ada@example.com",
      country: "GB",
    },
    output: { orderId: exampleOrder.id, number: 1, status: "PENDING" },
  },
  refusals: [
    "orders.cart_not_found",
    "orders.not_orderable",
    "orders.price_changed",
    "orders.sold_out",
    "orders.client_limit",
    "orders.coupon_unusable",
    "orders.terms_not_accepted",
    "orders.other_currency",
  ],
  async run(context, input) {
    const cart = await lockCart(context, input.token);
    if (cart.orderId !== null) return toPlaced(await findOrder(context, cart.orderId));

    const termsHash = await agreedTerms(context, input.termsHash);
    const buyer = await buyerOf(context, input);
    const reckoning = await reckonCart(context, cart, { language: input.language, buyer });
    const { total } = reckoning.sums;
    if (total.minor !== BigInt(input.expectedTotalMinor) || total.currency !== input.expectedCurrency) {
      // What cannot be ordered any more is the better answer: its price is gone from the total too.
      if (reckoning.items.every(({ problems }) => problems.length === 0)) throw new PriceChanged();
    }

    const client =
      "id" in buyer
        ? buyer
        : await becomeClient(context, buyer, { currency: cart.currency, language: input.language });
    const order = await place(context, {
      client,
      reckoning,
      source: "STOREFRONT",
      address: input.address,
      termsHash,
      placedByName: context.actor.kind === "user" ? context.actor.name : client.name,
    });
    await context.execute(sql`
      update carts set order_id = ${order.id}::uuid, client_id = ${client.id}::uuid
      where tenant_id = ${context.tenantId}::uuid and id = ${cart.id}::uuid`);
    return toPlaced(order);
  },
});

type NewBuyer = z.output<typeof BuyerInput>;

/** Who is signed in for a client orders for it; anybody else says who they are. */
async function buyerOf(
  context: CommandContext,
  given: z.output<typeof PlaceOrderInput>,
): Promise<ClientRow | NewBuyer> {
  const { actor } = context;
  if (actor.audience === "client" && actor.clientId !== undefined) return findClient(context, actor.clientId);

  const buyer = BuyerInput.safeParse(given);
  if (!buyer.success) throw new InvalidInput(fieldErrors(buyer.error));
  return buyer.data;
}

async function becomeClient(
  context: CommandContext,
  buyer: NewBuyer,
  { currency, language }: { currency: ClientRow["currency"]; language: "en" | "de" | "ar" },
): Promise<ClientRow> {
  const { id } = await context.call(createClient, { ...buyer, currency, language });
  return findClient(context, id);
}

function toPlaced({ id, number, status }: OrderRow) {
  return { orderId: id, number, status };
}
