/** An exact ratio in lowest terms with a positive denominator: a tax rate, an exchange rate, a share of a period. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Reduces to lowest terms. Throws RangeError when the denominator is zero. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError("a fraction needs a denominator other than zero");

  const divisor = greatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** At most 20 digits on either side of the point, no sign but minus, no exponent, no grouping. */
const decimalPattern = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/;

/** Reads decimal text such as "19", "7.7" or "0.075" exactly. Throws RangeError on anything else. */
export function parseFraction(text: string): Fraction {
  const match = decimalPattern.exec(text);
  if (!match) throw new RangeError("a rate is written as digits with an optional decimal point");

  const [, minus, whole, decimals = ""] = match;
  return fraction(BigInt(`${minus}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

/** `percent("19")` is 19/100. The text is read as by `parseFraction`. */
export function percent(text: string): Fraction {
  return divideFractions(parseFraction(text), fraction(100n));
}

export function addFractions(left: Fraction, right: Fraction): Fraction {
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function multiplyFractions(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Throws RangeError when dividing by zero. */
export function divideFractions(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function compareFractions(left: Fraction, right: Fraction): -1 | 0 | 1 {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** Decimal text rounded once to the given number of digits: 1/3 with 4 digits is "0.3333". */
export function toDecimalString({ numerator, denominator }: Fraction, digits: number): string {
  return decimalText(roundHalfAwayFromZero(numerator * 10n ** BigInt(digits), denominator), digits);
}

/**
 * Decimal text without any rounding and without trailing zeros: 3/40 is "0.075".
 * Throws RangeError when the fraction has no such text (1/3).
 */
export function toExactDecimalString(value: Fraction): string {
  let digits = 0;
  let scale = 1n;
  // A denominator 2^a * 5^b divides 10^max(a, b), and max(a, b) is less than its length in bits.
  while (scale % value.denominator !== 0n) {
    if (digits > value.denominator.toString(2).length) {
      throw new RangeError(`${value.numerator}/${value.denominator} has no finite decimal text`);
    }
    digits += 1;
    scale *= 10n;
  }
  return toDecimalString(value, digits);
}

/** Writes an integer of 10^-digits units as decimal text: (-5n, 2) is "-0.05". */
export function decimalText(units: bigint, digits: number): string {
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const unsigned = digits === 0 ? whole : `${whole}.${text.slice(-digits)}`;
  return units < 0n ? `-${unsigned}` : unsigned;
}

/**
 * The one rounding of the house: to the nearest integer, halves away from zero, so that a credit mirrors its charge.
 * Throws RangeError when the denominator is zero.
 */
export function roundHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return roundHalfAwayFromZero(-numerator, -denominator);
  if (numerator < 0n) return -roundHalfAwayFromZero(-numerator, denominator);
  return (2n * numerator + denominator) / (2n * denominator);
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
