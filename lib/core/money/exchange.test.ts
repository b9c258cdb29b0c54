import fc from "fast-check";
import { expect, test } from "vitest";
import { minorPerMajor, offeredCurrencies } from "./currencies";
import { convert } from "./exchange";
import { divideFractions, fraction, parseFraction } from "./fraction";
import { money, negate } from "./money";

const anyCurrency = fc.constantFrom(...offeredCurrencies);
const anyAmount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const anyRate = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

test("rates are quoted per major unit, whatever the decimals of the two currencies", () => {
  expect(convert(money(10000n, "EUR"), "USD", parseFraction("1.0842"))).toEqual(money(10842n, "USD"));
  expect(convert(money(1999n, "EUR"), "JPY", parseFraction("163.52"))).toEqual(money(3269n, "JPY"));
  expect(convert(money(3269n, "JPY"), "EUR", parseFraction("0.006115"))).toEqual(money(1999n, "EUR"));
  expect(convert(money(1000n, "JPY"), "BHD", parseFraction("0.0025"))).toEqual(money(2500n, "BHD"));
  expect(convert(money(1n, "EUR"), "JPY", parseFraction("50"))).toEqual(money(1n, "JPY"));
});

test("a conversion is the nearest minor unit to its exact value, and a credit mirrors its charge", () => {
  fc.assert(
    fc.property(anyAmount, anyCurrency, anyCurrency, anyRate, (minor, from, to, rate) => {
      const converted = convert(money(minor, from), to, rate);
      const whole = rate.denominator * minorPerMajor(from);
      const error = 2n * (converted.minor * whole - minor * rate.numerator * minorPerMajor(to));
      expect(converted.currency).toBe(to);
      expect(error <= whole && error >= -whole).toBe(true);
      expect(convert(money(-minor, from), to, rate)).toEqual(negate(converted));
    }),
  );
});

test("there and back at the inverse rate is the same amount when nothing had to be rounded", () => {
  fc.assert(
    fc.property(anyAmount, fc.bigInt({ min: 1n, max: 10n ** 6n }), (minor, rate) => {
      const there = convert(money(minor, "EUR"), "USD", fraction(rate));
      expect(convert(there, "EUR", divideFractions(fraction(1n), fraction(rate)))).toEqual(
        money(minor, "EUR"),
      );
    }),
  );
});

test("a rate of zero or less is refused", () => {
  for (const rate of [fraction(0n), fraction(-1n)]) {
    expect(() => convert(money(1n, "EUR"), "USD", rate)).toThrow(RangeError);
  }
});
