import { type CurrencyCode, minorPerMajor } from "./currencies";
import { type Fraction, roundHalfAwayFromZero } from "./fraction";
import { type Money, money } from "./money";

/**
 * The amount in another currency. `rate` is the number of units of `to` for one unit of the amount's currency, both
 * in major units as rates are quoted (1 EUR = 1.0842 USD). Rounds once, half away from zero, to the minor unit of `to`.
 * Throws RangeError unless the rate is positive.
 */
export function convert({ minor, currency }: Money, to: CurrencyCode, rate: Fraction): Money {
  if (rate.numerator <= 0n) throw new RangeError("an exchange rate is positive");

  const numerator = minor * rate.numerator * minorPerMajor(to);
  return money(roundHalfAwayFromZero(numerator, rate.denominator * minorPerMajor(currency)), to);
}
