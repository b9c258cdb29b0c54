import type { z } from "zod";
import type { StandingPrice } from "@/components/catalog/price-cells";
import type { OfferPrice } from "@/lib/catalog/rules/offer";
import type { OwnedPriceView } from "@/lib/catalog/schema";
import { type CurrencyCode, isCurrencyCode } from "@/lib/core/money/currencies";
import { toDecimal } from "@/lib/core/money/format";

type Owned = z.output<typeof OwnedPriceView>;

/** The prices of one owner, as the grid edits them. */
export function standingPrices(prices: readonly Owned[], ownerId: string): StandingPrice[] {
  return prices
    .filter((price) => price.ownerId === ownerId)
    .map(({ id, cycle, amount, setup }) => ({
      id,
      cycle,
      currency: amount.currency,
      amount: toDecimal(amount),
      setup: toDecimal(setup),
    }));
}

/** The prices of one owner in one currency, as the storefront shows them. */
export function shownPrices(prices: readonly Owned[], ownerId: string, currency: string): OfferPrice[] {
  return prices
    .filter((price) => price.ownerId === ownerId && price.amount.currency === currency)
    .map(({ id, cycle, amount, setup }) => ({ id, cycle, amount, setup }));
}

/** The company's currency first, then those in which something has a price. */
export function currenciesOf(prices: readonly Owned[], company: string): CurrencyCode[] {
  const all = [company, ...prices.map(({ amount }) => amount.currency)];
  return [...new Set(all)].filter(isCurrencyCode);
}
