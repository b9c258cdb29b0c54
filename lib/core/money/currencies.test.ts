import { describe, expect, test } from "vitest";
import { currencyCodes, exponentOf, isCurrencyCode, minorPerMajor, offeredCurrencies } from "./currencies";
import { currencies } from "./iso-4217";

/** Every currency whose minor unit is not a hundredth, kept apart from the table so that a slip there shows. */
const unusualExponents = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

describe("R41: minor units by ISO 4217", () => {
  test("exactly these currencies have no hundredths", () => {
    for (const [exponent, codes] of Object.entries(unusualExponents)) {
      expect(currencyCodes.filter((code) => exponentOf(code) === Number(exponent)).join(" ")).toBe(codes);
    }
    const unusual = Object.values(unusualExponents).join(" ").split(" ").length;
    expect(currencyCodes.filter((code) => exponentOf(code) === 2)).toHaveLength(
      currencyCodes.length - unusual,
    );
  });

  test("where platforms and other lists disagree, ISO's figure stands", () => {
    expect((["HUF", "MGA", "MRU", "COP", "LBP", "ISK"] as const).map(exponentOf)).toEqual([2, 2, 2, 2, 2, 0]);
    expect((["JPY", "EUR", "BHD", "UYW"] as const).map(minorPerMajor)).toEqual([1n, 100n, 1000n, 10000n]);
  });

  test("no platform prints an offered currency with more decimals than the ledger keeps", () => {
    for (const currency of offeredCurrencies) {
      const { maximumFractionDigits } = new Intl.NumberFormat("en", {
        style: "currency",
        currency,
      }).resolvedOptions();
      expect([currency, maximumFractionDigits ?? 0]).toSatisfy(
        ([, digits]) => digits <= exponentOf(currency),
      );
    }
  });
});

test("codes are three letters in order, numbers three digits, and none occurs twice", () => {
  const numbers = Object.values(currencies).map(({ numeric }) => numeric);
  expect(currencyCodes).toEqual([...currencyCodes].sort());
  expect(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  expect(numbers.every((numeric) => /^\d{3}$/.test(numeric))).toBe(true);
  expect(new Set(numbers).size).toBe(currencyCodes.length);
});

test("the platform knows every offered currency that has been in use for long", () => {
  const younger = ["VED", "XCG", "ZWG", "SLE"];
  const known = new Set(Intl.supportedValuesOf("currency"));
  expect(offeredCurrencies.filter((code) => !known.has(code) && !younger.includes(code))).toEqual([]);
});

test("a tenant may sell in every currency that people pay with, and in no unit of account", () => {
  expect(offeredCurrencies.length).toBeGreaterThanOrEqual(30);
  for (const code of ["EUR", "USD", "GBP", "CHF", "JPY", "KWD", "INR", "BRL", "ZAR", "XOF"] as const) {
    expect(offeredCurrencies).toContain(code);
  }
  for (const code of ["CLF", "UYI", "UYW", "USN", "CHE", "BOV"] as const) {
    expect(isCurrencyCode(code)).toBe(true);
    expect(offeredCurrencies).not.toContain(code);
  }
});

test.each(["XXX", "XTS", "XAU", "XDR", "DEM", "HRK", "eur", "", "constructor", "__proto__"])(
  "%j is no currency of the ledger",
  (text) => {
    expect(isCurrencyCode(text)).toBe(false);
  },
);
