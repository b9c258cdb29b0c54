import type { CurrencyCode } from "./currencies";
import { type Fraction, roundHalfAwayFromZero } from "./fraction";

/** An amount in whole minor units (cents, yen, fils) of one currency. */
export type Money = { readonly minor: bigint; readonly currency: CurrencyCode };

/** Two currencies met in one sum. A defect of the caller: documents have one currency for ever. */
export class CurrencyMismatch extends Error {
  override name = "CurrencyMismatch";

  constructor(
    readonly left: CurrencyCode,
    readonly right: CurrencyCode,
  ) {
    super(`${left} and ${right} cannot be reckoned together`);
  }
}

export function money(minor: bigint, currency: CurrencyCode): Money {
  return { minor, currency };
}

export function add(left: Money, right: Money): Money {
  assertSameCurrency(left, right);
  return money(left.minor + right.minor, left.currency);
}

export function subtract(left: Money, right: Money): Money {
  assertSameCurrency(left, right);
  return money(left.minor - right.minor, left.currency);
}

export function negate({ minor, currency }: Money): Money {
  return money(-minor, currency);
}

export function compare(left: Money, right: Money): -1 | 0 | 1 {
  assertSameCurrency(left, right);
  if (left.minor === right.minor) return 0;
  return left.minor < right.minor ? -1 : 1;
}

export function isZero({ minor }: Money): boolean {
  return minor === 0n;
}

export function isNegative({ minor }: Money): boolean {
  return minor < 0n;
}

/** The currency is named because a sum of nothing has one too. Throws CurrencyMismatch on any other. */
export function sum(amounts: Iterable<Money>, currency: CurrencyCode): Money {
  let total = money(0n, currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/**
 * `part` of `whole` of a price, exact, rounded once half away from zero: the unused days of a period.
 * Both are integers of the same unit. Throws RangeError when `whole` is not positive or a number is no integer.
 */
export function scale(
  { minor, currency }: Money,
  { part, whole }: { part: number | bigint; whole: number | bigint },
): Money {
  if (whole <= 0) throw new RangeError(`a share of a whole of ${whole} is undefined`);
  return money(roundHalfAwayFromZero(minor * BigInt(part), BigInt(whole)), currency);
}

/** Times an exact rate, rounded once half away from zero. */
export function multiply({ minor, currency }: Money, rate: Fraction): Money {
  return money(roundHalfAwayFromZero(minor * rate.numerator, rate.denominator), currency);
}

function assertSameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new CurrencyMismatch(left.currency, right.currency);
}
