import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offeredCurrencies } from "./currencies";
import { formatMoney, parseAmount, toDecimal } from "./format";
import { money } from "./money";

const anyMoney = fc
  .tuple(fc.bigInt({ min: 1n - 10n ** 18n, max: 10n ** 18n - 1n }), fc.constantFrom(...offeredCurrencies))
  .map(([minor, currency]) => money(minor, currency));
const spaced = (text: string) => text.replace(/\s/g, " ");

describe("amounts for people", () => {
  test("they carry the decimals of the ledger, whatever the platform prefers", () => {
    expect(formatMoney(money(199900n, "EUR"), "en")).toBe("€1,999.00");
    expect(spaced(formatMoney(money(199900n, "EUR"), "de"))).toBe("1.999,00 €");
    expect(formatMoney(money(1999n, "JPY"), "en")).toBe("¥1,999");
    expect(spaced(formatMoney(money(1999n, "BHD"), "en"))).toBe("BHD 1.999");
    expect(spaced(formatMoney(money(150n, "HUF"), "en"))).toBe("HUF 1.50");
  });

  test.each(["en", "de", "fr", "sv", "pt-BR", "ja", "zh", "ar", "fa", "he", "hi"])(
    "a negative amount has a true minus sign in %s",
    (locale) => {
      const text = formatMoney(money(-500n, "EUR"), locale);
      expect(text).toContain("\u2212");
      expect(text).not.toContain("-");
    },
  );

  test("F-26: not a digit of a large amount is lost", () => {
    expect(formatMoney(money(-9_007_199_254_740_993_07n, "EUR"), "en")).toBe("−€9,007,199,254,740,993.07");
    fc.assert(
      fc.property(anyMoney, (amount) => {
        const digits = formatMoney(amount, "en").replace(/\D/g, "");
        expect(BigInt(digits)).toBe(amount.minor < 0n ? -amount.minor : amount.minor);
      }),
    );
  });
});

describe("amounts for machines", () => {
  test("decimal text and amount turn into each other", () => {
    fc.assert(
      fc.property(anyMoney, (amount) => {
        expect(parseAmount(toDecimal(amount), amount.currency)).toEqual(amount);
      }),
    );
  });

  test("missing decimals are zeros", () => {
    expect(parseAmount("19.99", "EUR")).toEqual(money(1999n, "EUR"));
    expect(parseAmount("19.9", "EUR")).toEqual(money(1990n, "EUR"));
    expect(parseAmount("19", "BHD")).toEqual(money(19000n, "BHD"));
    expect(parseAmount("-0.05", "EUR")).toEqual(money(-5n, "EUR"));
    expect(parseAmount("-0", "EUR")).toEqual(money(0n, "EUR"));
  });

  test.each([
    ["19.999", "EUR"],
    ["19.990", "EUR"],
    ["100.0", "JPY"],
    ["0.0001", "BHD"],
  ] as const)("%s has too many decimals for %s", (text, currency) => {
    expect(() => parseAmount(text, currency)).toThrow(RangeError);
  });

  test.each(["", "1,999.00", "1.", ".5", "+5", "1e3", "€5", "5 EUR", " 5", "Infinity", "9".repeat(19)])(
    "%j is no amount",
    (text) => {
      expect(() => parseAmount(text, "EUR")).toThrow(RangeError);
    },
  );
});
