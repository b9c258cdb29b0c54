import { allocate } from "@/lib/core/money/allocate";
import { type Fraction, roundHalfAwayFromZero } from "@/lib/core/money/fraction";
import { type Money, money, sum } from "@/lib/core/money/money";

/**
 * Spreads the net of inclusive amounts over them by share, so that the parts add up to it to the minor unit. Charges and credits are
 * spread apart: no charge gets a negative net because a credit stands beside it.
 */
export function spreadNet(
  net: Money,
  amounts: readonly Money[],
  { numerator, denominator }: Fraction,
): Money[] {
  const { currency } = net;
  const charges = amounts.map(({ minor }) => (minor > 0n ? minor : 0n));
  const credits = amounts.map(({ minor }) => (minor < 0n ? -minor : 0n));
  const [charged, credited] = [total(charges), total(credits)];

  const gross = sum(amounts, currency).minor;
  const netOfCredits = roundHalfAwayFromZero(credited * denominator, denominator + numerator);
  // What there is of one sign only takes the whole net.
  const ofCharges = credited === 0n ? net.minor : net.minor + netOfCredits;
  const ofCredits = charged === 0n ? -net.minor : netOfCredits;
  if (charged === 0n && credited === 0n && gross === 0n) return amounts.map(() => money(0n, currency));

  const plus = charged === 0n ? [] : allocate(money(ofCharges, currency), charges);
  const minus = credited === 0n ? [] : allocate(money(ofCredits, currency), credits);
  return amounts.map((_, index) => money((plus[index]?.minor ?? 0n) - (minus[index]?.minor ?? 0n), currency));
}

function total(parts: readonly bigint[]): bigint {
  return parts.reduce((all, part) => all + part, 0n);
}
