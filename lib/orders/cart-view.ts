import "server-only";
import type { z } from "zod";
import { soldCurrencies } from "@/lib/catalog/offers";
import { mostOf } from "@/lib/catalog/rules/offer";
import { dueOf, totalsOf } from "@/lib/catalog/rules/totals";
import { money } from "@/lib/core/money/money";
import type { QueryContext } from "@/lib/core/operation/operation";
import { type CartRow, itemsOf } from "@/lib/orders/carts";
import { type Buyer, type ReckonedItem, type Reckoning, reckon } from "@/lib/orders/reckon";
import type { CartView } from "@/lib/orders/schema";

type View = z.output<typeof CartView>;

/** A cart by the prices of now. */
export async function toCartView(
  context: QueryContext,
  cart: CartRow,
  { language, buyer }: { language: string; buyer: Buyer },
): Promise<View> {
  const reckoning = await reckonCart(context, cart, { language, buyer });
  const { items, coupon, sums } = reckoning;
  return {
    id: cart.id,
    currency: cart.currency,
    currencies: await soldCurrencies(context),
    items: items.map((one) => toItemView(one, cart)),
    coupon: coupon && { code: cart.couponCode ?? "", problem: coupon.problem },
    sums,
    canOrder:
      cart.orderId === null && items.length > 0 && items.every(({ problems }) => problems.length === 0),
    orderId: cart.orderId,
    expiresAt: cart.expiresAt,
  };
}

export async function reckonCart(
  context: QueryContext,
  cart: CartRow,
  { language, buyer }: { language: string; buyer: Buyer },
): Promise<Reckoning> {
  const wanted = (await itemsOf(context, cart.id)).map(({ id, ...selection }) => ({ id, selection }));
  return reckon(context, { currency: cart.currency, wanted, couponCode: cart.couponCode, language, buyer });
}

function toItemView(
  { id, selection, offer, item, problems }: ReckonedItem,
  { currency }: CartRow,
): View["items"][number] {
  const nothing = money(0n, currency);
  const totals = item === undefined ? { due: nothing, recurring: nothing } : totalsOf(item);
  return {
    id,
    planId: selection.planId,
    label: item?.label ?? fallbackLabel(offer),
    cycle: selection.cycle,
    quantity: selection.quantity,
    mostQuantity: offer === undefined ? 1 : Math.max(1, mostOf(offer)),
    cycles: offer?.prices.map(({ cycle }) => cycle) ?? [],
    hostName: selection.hostName,
    lines: (item?.lines ?? []).map((line) => ({
      kind: line.kind,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      setup: line.setup,
      amount: dueOf(line),
    })),
    due: totals.due,
    recurring: totals.recurring,
    problems: [...problems],
  };
}

function fallbackLabel(offer: ReckonedItem["offer"]): string {
  if (offer === undefined) return "";
  const { language, product, plan } = offer;
  const name = (texts: Readonly<Record<string, string | undefined>>) =>
    texts[language] ?? Object.values(texts)[0] ?? "";
  return `${name(product.name)} – ${name(plan.name)}`;
}
