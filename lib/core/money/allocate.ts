import { type Money, money, negate } from "./money";

/**
 * Splits an amount by weight into parts that add up exactly to it, in the order of the weights.
 *
 * Rule: largest remainder. Every part is its exact share rounded down or up to a neighbouring minor unit; the units
 * left by rounding down go to the largest remainders, of equal ones to the larger weight, then to the earlier part.
 * A part of weight zero is zero, no part exceeds its share by a whole unit (a discount never exceeds its line), and
 * the parts of a negative amount mirror those of the positive one.
 *
 * Throws RangeError when there is no weight above zero or one is negative.
 */
export function allocate(amount: Money, weights: readonly bigint[]): Money[] {
  if (amount.minor < 0n) return allocate(negate(amount), weights).map(negate);

  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError("weights must not be negative, and one must be above zero");
  }

  const shares = weights.map((weight, index) => {
    const exact = amount.minor * weight;
    return { index, weight, minor: exact / total, remainder: exact % total };
  });
  const left = amount.minor - shares.reduce((sum, share) => sum + share.minor, 0n);

  const inOrderOfClaim = shares.toSorted(
    (a, b) => descending(a.remainder, b.remainder) || descending(a.weight, b.weight) || a.index - b.index,
  );
  for (const share of inOrderOfClaim.slice(0, Number(left))) share.minor += 1n;

  return shares.map((share) => money(share.minor, amount.currency));
}

/** Splits into `count` parts that differ by one minor unit at most, the larger ones first. */
export function split(amount: Money, count: number): Money[] {
  return allocate(amount, new Array<bigint>(count).fill(1n));
}

function descending(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left > right ? -1 : 1;
}
