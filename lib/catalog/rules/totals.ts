import { type CycleCode, cycleOf } from "@/lib/catalog/rules/cycle";
import type { PricedItem, PricedLine } from "@/lib/catalog/rules/selection";
import { type Money, money, scale, sum } from "@/lib/core/money/money";

/** Due with the order, before discount and before tax: quantity x (unit + setup). */
export function dueOf({ quantity, unit, setup }: PricedLine): Money {
  return money(BigInt(quantity) * (unit.minor + setup.minor), unit.currency);
}

/** What an item costs: now, and again each cycle. Before discount and before tax. */
export function totalsOf({ lines, currency }: Pick<PricedItem, "lines" | "currency">): {
  due: Money;
  setup: Money;
  recurring: Money;
} {
  const times = (line: PricedLine, minor: bigint) => money(BigInt(line.quantity) * minor, currency);
  return {
    due: sum(lines.map(dueOf), currency),
    setup: sum(
      lines.map((line) => times(line, line.setup.minor)),
      currency,
    ),
    recurring: sum(
      lines.filter(({ recurs }) => recurs).map((line) => times(line, line.unit.minor)),
      currency,
    ),
  };
}

/** Months of a cycle of months or years; undefined for all others, which have no price per month. */
export function monthsOf(cycle: CycleCode): number | undefined {
  const known = cycleOf(cycle);
  if (known === null || (known.unit !== "month" && known.unit !== "year")) return undefined;
  return known.unit === "year" ? known.count * 12 : known.count;
}

/** A price spread over its months, rounded once. Undefined where the cycle has no months. */
export function perMonth(amount: Money, cycle: CycleCode): Money | undefined {
  const months = monthsOf(cycle);
  return months === undefined ? undefined : scale(amount, { part: 1, whole: months });
}

type Price = { readonly cycle: CycleCode; readonly amount: Money };

/**
 * What a cycle saves against its shortest sibling that has months, in whole percent rounded down: never promised too much.
 * Zero where nothing is saved or nothing can be compared.
 */
export function savingPercent(prices: readonly Price[], cycle: CycleCode): number {
  const months = monthsOf(cycle);
  const price = prices.find((one) => one.cycle === cycle);
  const base = prices
    .flatMap((one) => ({ ...one, months: monthsOf(one.cycle) }))
    .filter((one): one is Price & { months: number } => one.months !== undefined)
    .sort((left, right) => left.months - right.months)[0];
  if (months === undefined || price === undefined || base === undefined || base.months >= months) return 0;

  // Both as the cost of base.months x months, so that nothing is rounded before the comparison.
  const full = base.amount.minor * BigInt(months);
  const asked = price.amount.minor * BigInt(base.months);
  return full <= 0n || asked >= full ? 0 : Number(((full - asked) * 100n) / full);
}
