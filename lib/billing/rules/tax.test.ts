import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reckonTax, type TaxRate } from "@/lib/billing/rules/tax";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";

const standard: TaxRate = { name: "VAT", category: "S", rate: "19" };

function reckon(
  minors: readonly (bigint | number)[],
  { rate = standard, isInclusive = false, currency = "EUR" as CurrencyCode, classes = [] as string[] } = {},
) {
  return reckonTax({
    lines: minors.map((minor, index) => ({
      amount: money(BigInt(minor), currency),
      taxClass: classes[index] ?? "standard",
    })),
    rateOf: (taxClass) => (taxClass === "reduced" ? { ...rate, rate: "7" } : rate),
    isInclusive,
    currency,
  });
}

describe("tax of a document", () => {
  test("R37: 19 % on 100.00 net is 19.00; of 119.00 gross it is 19.00", () => {
    expect(reckon([10_000])).toMatchObject({
      net: { minor: 10_000n },
      tax: { minor: 1_900n },
      total: { minor: 11_900n },
    });
    expect(reckon([11_900], { isInclusive: true })).toMatchObject({
      net: { minor: 10_000n },
      tax: { minor: 1_900n },
    });
  });

  test("R38: 100.00 at 5 % then 9.5 % is 14.50 side by side and 14.98 compound, and so it is from the gross", () => {
    const both = (isCompound: boolean): TaxRate => ({
      name: "GST",
      category: "S",
      rate: "5",
      second: { name: "QST", rate: "9.5", isCompound },
    });
    expect(reckon([10_000], { rate: both(false) }).tax.minor).toBe(1_450n);
    const compound = reckon([10_000], { rate: both(true) });
    expect(compound.taxes.map(({ name, net, tax }) => [name, net.minor, tax.minor])).toEqual([
      ["GST", 10_000n, 500n],
      ["QST", 10_500n, 998n],
    ]);
    const gross = reckon([11_498], { rate: both(true), isInclusive: true });
    expect([gross.net.minor, gross.tax.minor]).toEqual([10_000n, 1_498n]);
  });

  test("R39: five lines of 0.99 at 19 % bear 0.94 together, and the nets add up to the document's", () => {
    const { lines, tax, total } = reckon([99, 99, 99, 99, 99]);
    expect([tax.minor, total.minor]).toEqual([94n, 589n]);
    expect(lines.map(({ net }) => net.minor)).toEqual([99n, 99n, 99n, 99n, 99n]);
  });

  test("R39: each rate is rounded once for itself, in the order in which it first appears", () => {
    const { taxes } = reckon([999, 999, 1], { classes: ["reduced", "standard", "reduced"] });
    expect(taxes.map(({ rate, net, tax }) => [rate, net.minor, tax.minor])).toEqual([
      ["7", 1_000n, 70n],
      ["19", 999n, 190n],
    ]);
  });

  test("R40: 2.99 with 4 % included is 0.12 tax and 2.87 net, tax first", () => {
    const { net, tax } = reckon([299], { rate: { ...standard, rate: "4" }, isInclusive: true });
    expect([net.minor, tax.minor]).toEqual([287n, 12n]);
  });

  test("R41: yen have no minor unit and dinars three digits", () => {
    expect(reckon([105], { currency: "JPY", rate: { ...standard, rate: "10" } }).tax.minor).toBe(11n);
    expect(reckon([10_005], { currency: "BHD", rate: { ...standard, rate: "10" } }).tax.minor).toBe(1_001n);
  });

  test("R39, R41: whatever the lines, rate and currency, parts add up to the minor unit and an inclusive total is what was asked", () => {
    const rate = fc
      .integer({ min: 0, max: 300_000 })
      .map((n) => `${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, "0")}`);
    const minors = fc.array(fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000_000_000n }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        minors,
        rate,
        fc.boolean(),
        fc.constantFrom<CurrencyCode>("EUR", "JPY", "BHD"),
        (amounts, text, isInclusive, currency) => {
          const made = reckon(amounts, { rate: { ...standard, rate: text }, isInclusive, currency });
          const lines = made.lines.reduce((all, { net }) => all + net.minor, 0n);
          expect(lines).toBe(made.net.minor);
          expect(made.net.minor + made.tax.minor).toBe(made.total.minor);
          const asked = amounts.reduce((all, minor) => all + minor, 0n);
          expect(isInclusive ? made.total.minor : made.net.minor).toBe(asked);
        },
      ),
    );
  });
});
