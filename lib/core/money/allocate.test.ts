import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, split } from "./allocate";
import { money, negate, sum } from "./money";

const euro = (minor: bigint) => money(minor, "EUR");
const minors = (parts: readonly { minor: bigint }[]) => parts.map(({ minor }) => minor);

const anyEuro = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(euro);
const anyWeights = fc
  .array(fc.oneof(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 10n ** 15n })), {
    minLength: 1,
    maxLength: 40,
  })
  .filter((weights) => weights.some((weight) => weight > 0n));

test("the parts add up exactly to the whole", () => {
  fc.assert(
    fc.property(anyEuro, anyWeights, (amount, weights) => {
      const parts = allocate(amount, weights);
      expect(parts).toHaveLength(weights.length);
      expect(sum(parts, "EUR")).toEqual(amount);
    }),
  );
});

test("no part is a whole unit away from its exact share, and a weight of zero gets nothing", () => {
  fc.assert(
    fc.property(anyEuro, anyWeights, (amount, weights) => {
      const total = weights.reduce((all, weight) => all + weight, 0n);
      for (const [index, { minor }] of allocate(amount, weights).entries()) {
        const weight = weights[index] ?? 0n;
        const error = minor * total - amount.minor * weight;
        expect(error < total && error > -total).toBe(true);
        if (weight === 0n) expect(minor).toBe(0n);
      }
    }),
  );
});

test("the parts of a credit mirror those of its charge", () => {
  fc.assert(
    fc.property(anyEuro, anyWeights, (amount, weights) => {
      expect(allocate(negate(amount), weights)).toEqual(allocate(amount, weights).map(negate));
    }),
  );
});

test("a larger weight never gets less", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), anyWeights, (amount, weights) => {
      const ascending = weights.toSorted((a, b) => (a < b ? -1 : 1));
      const parts = minors(allocate(euro(amount), ascending));
      // Equal weights may differ by the unit that the earlier one got.
      const orders = parts.map((part, index) => ({ part, weight: ascending[index] ?? 0n }));
      for (const [index, { part, weight }] of orders.entries()) {
        const next = orders[index + 1];
        if (next && next.weight > weight) expect(next.part).toBeGreaterThanOrEqual(part);
      }
    }),
  );
});

test("a discount spread over lines never exceeds a line", () => {
  fc.assert(
    fc.property(anyWeights, fc.integer({ min: 0, max: 100 }), (lines, percentage) => {
      const total = lines.reduce((all, line) => all + line, 0n);
      const discount = euro((total * BigInt(percentage)) / 100n);
      for (const [index, { minor }] of allocate(discount, lines).entries()) {
        expect(minor).toBeLessThanOrEqual(lines[index] ?? 0n);
      }
    }),
  );
});

test("the units left by rounding go to the largest remainders", () => {
  expect(minors(allocate(euro(100n), [1n, 1n, 1n]))).toEqual([34n, 33n, 33n]);
  expect(minors(allocate(euro(10n), [1n, 2n, 4n]))).toEqual([1n, 3n, 6n]);
  // Of equal remainders the larger weight comes first, then the earlier part.
  expect(minors(allocate(euro(2n), [1n, 3n]))).toEqual([0n, 2n]);
  expect(minors(allocate(euro(5n), [1n, 1n]))).toEqual([3n, 2n]);
  expect(minors(allocate(euro(-100n), [1n, 1n, 1n]))).toEqual([-34n, -33n, -33n]);
});

test("a split into equal parts differs by one unit at most, the larger parts first", () => {
  expect(minors(split(euro(10n), 4))).toEqual([3n, 3n, 2n, 2n]);
  expect(minors(split(euro(-10n), 4))).toEqual([-3n, -3n, -2n, -2n]);
  expect(minors(split(euro(2n), 3))).toEqual([1n, 1n, 0n]);
});

test("weights that say nothing are refused", () => {
  for (const weights of [[], [0n, 0n], [3n, -1n]]) {
    expect(() => allocate(euro(100n), weights)).toThrow(RangeError);
  }
  for (const count of [0, -1, 1.5]) expect(() => split(euro(100n), count)).toThrow(RangeError);
});
