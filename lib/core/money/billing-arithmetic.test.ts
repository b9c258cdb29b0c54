import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate, daysBetween } from "@/lib/core/time/calendar-date";
import { allocate } from "./allocate";
import { addFractions, divideFractions, fraction, multiplyFractions, percent } from "./fraction";
import { add, money, multiply, negate, scale, subtract, sum } from "./money";

const euro = (minor: bigint) => money(minor, "EUR");
const one = fraction(1n);

describe("tax", () => {
  test("R37: tax on a net price, and the tax within a gross price", () => {
    const rate = percent("19");
    const share = divideFractions(rate, addFractions(one, rate));

    expect(multiply(euro(10000n), rate)).toEqual(euro(1900n));
    expect(multiply(euro(11900n), share)).toEqual(euro(1900n));
  });

  test("R38: 100.00 at 5 % then 9.5 % is 14.50 side by side and 14.98 compound", () => {
    const [first, second] = [percent("5"), percent("9.5")];
    const compound = addFractions(first, multiplyFractions(addFractions(one, first), second));

    expect(multiply(euro(10000n), addFractions(first, second))).toEqual(euro(1450n));
    expect(multiply(euro(10000n), compound)).toEqual(euro(1498n));
  });

  test("R39: five lines of 0.99 at 19 % carry 0.94 tax on their sum, and 0.95 line by line", () => {
    const lines = new Array(5).fill(euro(99n));

    expect(multiply(sum(lines, "EUR"), percent("19"))).toEqual(euro(94n));
    expect(
      sum(
        lines.map((line) => multiply(line, percent("19"))),
        "EUR",
      ),
    ).toEqual(euro(95n));
  });

  test("R40: 2.99 with 4 % included is 0.12 tax and 2.87 net, tax first", () => {
    const gross = euro(299n);
    const tax = multiply(gross, divideFractions(percent("4"), percent("104")));

    expect(tax).toEqual(euro(12n));
    expect(subtract(gross, tax)).toEqual(euro(287n));
  });

  test("R40: net and tax of a gross price always add up to it", () => {
    const anyRate = fc
      .integer({ min: 0, max: 5000 })
      .map((hundredths) => fraction(BigInt(hundredths), 10000n));
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), anyRate, (minor, rate) => {
        const gross = euro(minor);
        const tax = multiply(gross, divideFractions(rate, addFractions(one, rate)));
        expect(add(subtract(gross, tax), tax)).toEqual(gross);
        expect(multiply(negate(gross), divideFractions(rate, addFractions(one, rate)))).toEqual(negate(tax));
      }),
    );
  });
});

test("R44: a discount spread by share takes exactly itself from the lines", () => {
  const lines = [1999n, 999n, 1n];
  expect(allocate(euro(500n), lines).map(({ minor }) => minor)).toEqual([333n, 167n, 0n]);
});

test.each([
  [3000n, 6000n, "2025-02-01", "2025-03-01", "2025-02-15", 1500n],
  [3000n, 6000n, "2025-01-31", "2025-02-28", "2025-02-10", 1928n],
  [1001n, 2002n, "2025-04-01", "2025-05-01", "2025-04-08", 768n],
  [5999n, 1299n, "2025-03-01", "2025-04-01", "2025-03-21", -1668n],
  [12000n, 18000n, "2024-03-01", "2025-03-01", "2024-09-01", 2975n],
])("R7: changing from %s to %s in %s..%s on %s costs %s", (before, after, start, end, change, due) => {
  const unused = {
    part: daysBetween(calendarDate(change), calendarDate(end)),
    whole: daysBetween(calendarDate(start), calendarDate(end)),
  };
  expect(subtract(scale(euro(after), unused), scale(euro(before), unused))).toEqual(euro(due));
});

test("R14: up and down again on the same day nets to zero", () => {
  const anyPrice = fc.bigInt({ min: 0n, max: 10n ** 9n }).map(euro);
  fc.assert(
    fc.property(anyPrice, anyPrice, fc.integer({ min: 0, max: 31 }), (small, large, part) => {
      const unused = { part, whole: 31 };
      const up = subtract(scale(large, unused), scale(small, unused));
      const down = subtract(scale(small, unused), scale(large, unused));
      expect(add(up, down)).toEqual(euro(0n));
    }),
  );
});
