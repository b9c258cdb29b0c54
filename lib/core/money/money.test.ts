import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, split } from "./allocate";
import { toDecimal } from "./format";
import { fraction } from "./fraction";
import {
  add,
  CurrencyMismatch,
  compare,
  isNegative,
  isZero,
  money,
  multiply,
  negate,
  scale,
  subtract,
  sum,
} from "./money";
import { moneySchema } from "./schema";

const euro = (minor: bigint) => money(minor, "EUR");
const largest = 10n ** 15n;
const anyEuro = fc.bigInt({ min: -largest, max: largest }).map(euro);
const anyShare = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 4000 }))
  .map(([part, whole]) => ({ part: Math.min(part, whole), whole }));

describe("sums", () => {
  test("what is added can be taken away again", () => {
    fc.assert(
      fc.property(anyEuro, anyEuro, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(add(a, b)).toEqual(add(b, a));
        expect(isZero(add(a, negate(a)))).toBe(true);
      }),
    );
  });

  test("a sum of nothing is zero of its currency", () => {
    expect(sum([], "JPY")).toEqual(money(0n, "JPY"));
    expect(sum([euro(1n), euro(-3n)], "EUR")).toEqual(euro(-2n));
  });

  test("amounts are ordered by size, negative ones first", () => {
    const amounts = [euro(5n), euro(-7n), euro(0n), euro(5n)].sort(compare);
    expect(amounts.map(({ minor }) => minor)).toEqual([-7n, 0n, 5n, 5n]);
    expect([euro(-1n), euro(0n), euro(1n)].map(isNegative)).toEqual([true, false, false]);
  });

  test.each([add, subtract, compare])("two currencies are never reckoned together (%o)", (operation) => {
    expect(() => operation(euro(1n), money(1n, "USD"))).toThrow(new CurrencyMismatch("EUR", "USD"));
  });

  test("a sum refuses the one amount in another currency", () => {
    expect(() => sum([euro(1n), money(1n, "USD")], "EUR")).toThrow(CurrencyMismatch);
  });
});

describe("shares of a price", () => {
  test("a share is the nearest minor unit to its exact value", () => {
    fc.assert(
      fc.property(anyEuro, anyShare, (price, { part, whole }) => {
        const error = scale(price, { part, whole }).minor * BigInt(whole) - price.minor * BigInt(part);
        expect(2n * (error < 0n ? -error : error)).toBeLessThanOrEqual(BigInt(whole));
      }),
    );
  });

  test("a credit mirrors its charge", () => {
    fc.assert(
      fc.property(anyEuro, anyShare, (price, share) => {
        expect(scale(negate(price), share)).toEqual(negate(scale(price, share)));
      }),
    );
  });

  test("the used and the unused part of a price add up to it within one minor unit", () => {
    fc.assert(
      fc.property(anyEuro, anyShare, (price, { part, whole }) => {
        const both = add(scale(price, { part, whole }), scale(price, { part: whole - part, whole }));
        const drift = subtract(both, price).minor;
        expect(drift >= -1n && drift <= 1n).toBe(true);
      }),
    );
  });

  test("halves go away from zero", () => {
    expect(scale(euro(1n), { part: 1, whole: 2 })).toEqual(euro(1n));
    expect(scale(euro(-1n), { part: 1, whole: 2 })).toEqual(euro(-1n));
    expect(multiply(euro(5n), fraction(-1n, 2n))).toEqual(euro(-3n));
  });

  test.each([
    { part: 1, whole: 0 },
    { part: 1, whole: -3 },
    { part: 0.5, whole: 1 },
    { part: 1, whole: Number.NaN },
  ])("a share of $part / $whole is refused", (share) => {
    expect(() => scale(euro(100n), share)).toThrow(RangeError);
  });
});

test("R41: amounts are integers of the currency's own minor unit", () => {
  const amounts = [money(1999n, "JPY"), money(1999n, "EUR"), money(1999n, "BHD"), money(1999n, "CLF")];
  expect(amounts.map(toDecimal)).toEqual(["1999", "19.99", "1.999", "0.1999"]);
});

test("F-26: amounts to 10^15 minor units pass every operation and JSON without losing a unit", () => {
  const nearLargest = fc.bigInt({ min: largest - 1000n, max: largest });
  fc.assert(
    fc.property(nearLargest, fc.boolean(), (size, isCredit) => {
      const amount = euro(isCredit ? -size : size);

      expect(subtract(add(amount, euro(1n)), amount)).toEqual(euro(1n));
      expect(scale(amount, { part: 365, whole: 365 })).toEqual(amount);
      expect(multiply(multiply(amount, fraction(7n)), fraction(1n, 7n))).toEqual(amount);
      expect(sum(split(amount, 7), "EUR")).toEqual(amount);
      expect(sum(allocate(amount, [largest, 1n, 3n]), "EUR")).toEqual(amount);
      expect(toDecimal(amount).replace(".", "")).toBe(`${amount.minor}`);
      expect(moneySchema.parse(JSON.parse(JSON.stringify(moneySchema.encode(amount))))).toEqual(amount);
    }),
  );
});
