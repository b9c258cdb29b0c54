import { cycleOf } from "@/lib/catalog/rules/cycle";
import {
  addFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  roundHalfAwayFromZero,
} from "@/lib/core/money/fraction";
import { type Money, money } from "@/lib/core/money/money";

/** The mean Gregorian month in days, 146097 / 4800. */
const daysOfMonth = fraction(146_097n, 4_800n);

/** How many of a cycle fit into a month; nothing for what is billed once. */
function perMonth(code: string): Fraction {
  const cycle = cycleOf(code);
  if (cycle === null) return fraction(0n);
  const count = BigInt(cycle.count);
  if (cycle.unit === "month") return fraction(1n, count);
  if (cycle.unit === "year") return fraction(1n, 12n * count);
  return multiplyFractions(daysOfMonth, fraction(1n, cycle.unit === "week" ? 7n * count : count));
}

/** What subscriptions of one currency bring in a mean month (MRR), before tax: summed exactly and rounded once. */
export function monthlyRevenue(
  parts: readonly { cycle: string; recurring: Money }[],
  currency: Money["currency"],
): Money {
  const whole = parts.reduce(
    (sum, { cycle, recurring }) =>
      addFractions(sum, multiplyFractions(perMonth(cycle), fraction(recurring.minor))),
    fraction(0n),
  );
  return money(roundHalfAwayFromZero(whole.numerator, whole.denominator), currency);
}
