import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  parseFraction,
  percent,
  roundHalfAwayFromZero,
  toDecimalString,
  toExactDecimalString,
} from "./fraction";

const zero = fraction(0n);
const one = fraction(1n);
const anyInteger = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const anyFraction = fc
  .tuple(
    anyInteger,
    anyInteger.filter((denominator) => denominator !== 0n),
  )
  .map(([numerator, denominator]) => fraction(numerator, denominator));

describe("the laws of fractions", () => {
  test("a fraction is kept in lowest terms with a positive denominator", () => {
    expect(fraction(6n, -8n)).toEqual({ numerator: -3n, denominator: 4n });
    expect(fraction(0n, -5n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  test("addition and multiplication commute, associate and distribute", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a));
        expect(multiplyFractions(a, b)).toEqual(multiplyFractions(b, a));
        expect(addFractions(addFractions(a, b), c)).toEqual(addFractions(a, addFractions(b, c)));
        expect(multiplyFractions(multiplyFractions(a, b), c)).toEqual(
          multiplyFractions(a, multiplyFractions(b, c)),
        );
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        );
      }),
    );
  });

  test("zero and one are neutral, and division undoes multiplication", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(addFractions(a, zero)).toEqual(a);
        expect(multiplyFractions(a, one)).toEqual(a);
        if (b.numerator !== 0n) expect(divideFractions(multiplyFractions(a, b), b)).toEqual(a);
        else expect(() => divideFractions(a, b)).toThrow(RangeError);
      }),
    );
  });

  test("order agrees with the sign of the difference", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        const difference = addFractions(a, multiplyFractions(b, fraction(-1n))).numerator;
        expect(compareFractions(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
      }),
    );
  });
});

describe("decimal text", () => {
  test.each([
    ["19", 19n, 1n],
    ["7.7", 77n, 10n],
    ["0.075", 3n, 40n],
    ["-0.5", -1n, 2n],
    ["007.70", 77n, 10n],
  ])("%s is read exactly", (text, numerator, denominator) => {
    expect(parseFraction(text)).toEqual({ numerator, denominator });
  });

  test.each(["", ".", "1.", ".5", "+1", "1e3", "1,5", " 1", "1\n", "0x10", "NaN", "--1", "1.2.3", "١٩"])(
    "%j is no rate",
    (text) => {
      expect(() => parseFraction(text)).toThrow(RangeError);
    },
  );

  test("text beyond 20 digits on a side is refused, however long", () => {
    expect(parseFraction("9".repeat(20)).numerator).toBe(10n ** 20n - 1n);
    for (const text of ["9".repeat(21), `0.${"1".repeat(21)}`, "9".repeat(1_000_000)]) {
      expect(() => parseFraction(text)).toThrow(RangeError);
    }
  });

  test("exact text and fraction turn into each other", () => {
    fc.assert(
      fc.property(anyInteger, fc.integer({ min: 0, max: 18 }), (numerator, digits) => {
        const value = fraction(numerator, 10n ** BigInt(digits));
        expect(parseFraction(toExactDecimalString(value))).toEqual(value);
      }),
    );
    expect(toExactDecimalString(percent("7.50"))).toBe("0.075");
    expect(toExactDecimalString(fraction(-19n))).toBe("-19");
    for (const denominator of [3n, 7n, 30n]) {
      expect(() => toExactDecimalString(fraction(1n, denominator))).toThrow(RangeError);
    }
  });

  test("text of a fixed length is rounded once", () => {
    expect(toDecimalString(fraction(1n, 3n), 4)).toBe("0.3333");
    expect(toDecimalString(fraction(-2n, 3n), 0)).toBe("-1");
    expect(toDecimalString(fraction(1n, 200n), 2)).toBe("0.01");
    expect(toDecimalString(fraction(-1n, 1000n), 2)).toBe("0.00");
  });
});

test("rounding goes to the nearest integer, halves away from zero, whatever the signs", () => {
  const vectors = [
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [7n, 3n, 2n],
    [8n, 3n, 3n],
    [0n, 9n, 0n],
  ] as const;
  for (const [numerator, denominator, expected] of vectors) {
    expect(roundHalfAwayFromZero(numerator, denominator)).toBe(expected);
  }
  expect(() => roundHalfAwayFromZero(1n, 0n)).toThrow(RangeError);

  fc.assert(
    fc.property(anyFraction, (value) => {
      const rounded = roundHalfAwayFromZero(value.numerator, value.denominator);
      const error = 2n * (rounded * value.denominator - value.numerator);
      expect(error <= value.denominator && error >= -value.denominator).toBe(true);
      expect(roundHalfAwayFromZero(-value.numerator, value.denominator)).toBe(-rounded);
    }),
  );
});
