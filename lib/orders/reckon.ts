import "server-only";
import type { z } from "zod";
import { type Reckoned, reckonTax } from "@/lib/billing/rules/tax";
import { pricesIncludeTax } from "@/lib/billing/settings";
import { taxRates } from "@/lib/billing/tax";
import { type CouponRow, findCoupon } from "@/lib/catalog/coupons";
import { loadOffers } from "@/lib/catalog/offers";
import { couponProblem, discountFor } from "@/lib/catalog/rules/coupon";
import type { PlanOffer, Selection } from "@/lib/catalog/rules/offer";
import {
  chosenByKey,
  type PricedItem,
  priceSelection,
  type SelectionProblem,
} from "@/lib/catalog/rules/selection";
import { dueOf } from "@/lib/catalog/rules/totals";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { type Money, money, subtract, sum } from "@/lib/core/money/money";
import type { QueryContext } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";
import { dateInZone } from "@/lib/core/time/calendar-date";
import type { SumsView } from "@/lib/orders/schema";
import { findTenant } from "@/lib/tenants/queries";

/** A price of staff's own for the plan itself; options and add-ons keep the catalogue's. */
export type Override = { readonly unit: Money; readonly setup: Money; readonly reason: string };

export type Wanted = {
  readonly id: string;
  readonly selection: Selection;
  readonly override?: Override | null;
};

export type Buyer = {
  readonly country: string | null;
  readonly region: string | null;
  readonly kind: "PERSON" | "COMPANY";
  readonly taxNumber: string | null;
};

export type ReckonedItem = {
  readonly id: string;
  readonly selection: Selection;
  readonly offer: PlanOffer | undefined;
  /** Undefined where it cannot be had as it was chosen. */
  readonly item: PricedItem | undefined;
  readonly problems: readonly SelectionProblem[];
  readonly choicesByKey: Readonly<Record<string, string | number | boolean>>;
  readonly overrideReason: string | null;
  /** Of each line, in the item's order. */
  readonly discounts: readonly Money[];
};

export type Reckoning = {
  readonly currency: CurrencyCode;
  readonly items: readonly ReckonedItem[];
  readonly coupon: { readonly row: CouponRow | undefined; readonly problem: CouponProblem | null } | null;
  readonly tax: Reckoned;
  readonly sums: z.output<typeof SumsView>;
};

export type CouponProblem = "unknown" | "not_valid" | "no_match";

type ToReckon = {
  readonly currency: CurrencyCode;
  readonly wanted: readonly Wanted[];
  readonly couponCode: string | null;
  readonly language: string;
  readonly buyer: Buyer;
};

/**
 * What somebody wants to order, by the catalogue as it is now: prices, discount, tax. The one reckoning of cart, order and invoice;
 * nothing that a browser says of a price comes into it.
 */
export async function reckon(
  context: QueryContext,
  { currency, wanted, couponCode, language, buyer }: ToReckon,
): Promise<Reckoning> {
  const planIds = [...new Set(wanted.map(({ selection }) => selection.planId))];
  const offers = await loadOffers(context, { planIds, currency, includeHidden: true });
  const priced = wanted.map((one) => priceOne(offers, one, language));
  const coupon = await couponOf(context, couponCode, priced);
  const isInclusive = await readSetting(context, pricesIncludeTax);

  const orderable = priced.flatMap(({ item }) => (item === undefined ? [] : [item]));
  const given = coupon?.problem === null && coupon.row ? discountFor(coupon.row, orderable, context.now) : [];
  const items = priced.map((one) => ({
    ...one,
    discounts: one.item === undefined ? [] : (given.shift() ?? one.item.lines.map(() => money(0n, currency))),
  }));

  const lines = items.flatMap(({ item, discounts }) =>
    (item?.lines ?? []).map((line, index) => ({
      amount: subtract(dueOf(line), discounts[index] ?? money(0n, currency)),
      taxClass: line.taxClass,
    })),
  );
  const tax = reckonTax({ lines, rateOf: await ratesFor(context, buyer), isInclusive, currency });
  const subtotal = sum(
    orderable.flatMap((item) => item.lines.map(dueOf)),
    currency,
  );
  const discount = sum(
    items.flatMap(({ discounts }) => discounts),
    currency,
  );
  const { net, taxes, total } = tax;
  return {
    currency,
    items,
    coupon,
    tax,
    sums: { subtotal, discount, taxes: [...taxes], net, tax: tax.tax, total, isInclusive },
  };
}

function priceOne(
  offers: readonly PlanOffer[],
  { id, selection, override }: Wanted,
  language: string,
): Omit<ReckonedItem, "discounts"> {
  const offer = offers.find(({ plan }) => plan.id === selection.planId);
  const common = { id, selection, offer, overrideReason: override?.reason ?? null };
  if (offer === undefined) {
    return { ...common, item: undefined, choicesByKey: {}, problems: [{ path: "planId", code: "not_sold" }] };
  }
  const priced = priceSelection(
    offer,
    { ...selection, choices: typedChoices(offer, selection.choices) },
    language,
  );
  if ("problems" in priced)
    return { ...common, item: undefined, choicesByKey: {}, problems: priced.problems };

  const item = override ? overridden(priced.item, override) : priced.item;
  return { ...common, item, problems: [], choicesByKey: chosenByKey(offer, item.selection) };
}

/** A form has texts only: a quantity and a yes become what they say. */
function typedChoices({ options }: PlanOffer, choices: Selection["choices"]): Selection["choices"] {
  const typed = Object.entries(choices).map(([id, value]) => {
    const kind = options.find((option) => option.id === id)?.kind;
    if (kind === "QUANTITY" && typeof value === "string" && /^\d{1,9}$/.test(value))
      return [id, Number(value)];
    if (kind === "YES_NO" && typeof value === "string") return [id, value === "true" || value === "on"];
    return [id, value];
  });
  return Object.fromEntries(typed) as Selection["choices"];
}

function overridden(item: PricedItem, { unit, setup }: Override): PricedItem {
  const lines = item.lines.map((line) =>
    line.kind === "PLAN" ? { ...line, unit, setup, priceId: null } : line,
  );
  return { ...item, lines };
}

async function couponOf(
  context: QueryContext,
  code: string | null,
  priced: readonly Omit<ReckonedItem, "discounts">[],
): Promise<Reckoning["coupon"]> {
  if (code === null || code === "") return null;
  const row = await findCoupon(context, code);
  if (row === undefined) return { row, problem: "unknown" };
  const items = priced.flatMap(({ item }) => (item === undefined ? [] : [item]));
  return { row, problem: couponProblem(row, items, context.now) ?? null };
}

async function ratesFor(context: QueryContext, { country, region, kind, taxNumber }: Buyer) {
  const tenant = await findTenant(context);
  return taxRates(context, {
    country: country ?? tenant.country,
    region: region || null,
    isBusiness: kind === "COMPANY",
    taxNumber: taxNumber || null,
    day: dateInZone(context.now, tenant.timeZone),
  });
}
