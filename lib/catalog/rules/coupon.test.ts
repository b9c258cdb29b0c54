import fc from "fast-check";
import { expect, test } from "vitest";
import { type Coupon, couponProblem, couponState, discountFor } from "@/lib/catalog/rules/coupon";
import { perMonth, savingPercent } from "@/lib/catalog/rules/totals";
import { money, sum } from "@/lib/core/money/money";

const coupon: Coupon = {
  id: "c",
  code: "SPRING",
  kind: "PERCENT",
  percent: "12.5",
  amounts: {},
  planIds: [],
  maxUses: null,
  uses: 0,
  oncePerClient: false,
  validFrom: null,
  validUntil: null,
  isActive: true,
};
const now = new Date("2026-03-01T12:00:00Z");
const line = (unit: number, { setup = 0, quantity = 1 } = {}) => ({
  kind: "PLAN" as const,
  planId: "p",
  choiceId: null,
  addonId: null,
  priceId: null,
  description: "Plan",
  quantity,
  unit: money(BigInt(unit), "EUR"),
  setup: money(BigInt(setup), "EUR"),
  taxClass: "standard",
  recurs: true,
});
const item = (planId: string, ...lines: ReturnType<typeof line>[]) => ({
  planId,
  currency: "EUR" as const,
  lines,
});
const minors = (parts: ReturnType<typeof discountFor>) =>
  parts.map((lines) => lines.map(({ minor }) => Number(minor)));

test("R44: a discount is reckoned once on the whole and spread by share, the remainder to the largest", () => {
  const items = [item("a", line(1999), line(999)), item("b", line(1))];
  const fixed: Coupon = { ...coupon, kind: "FIXED", percent: null, amounts: { EUR: 500 } };
  expect(minors(discountFor(fixed, items, now))).toEqual([[333, 167], [0]]);
  expect(
    minors(
      discountFor({ ...coupon, percent: "10" }, [item("a", line(1000, { setup: 500, quantity: 2 }))], now),
    ),
  ).toEqual([[300]]);
});

test("a fixed amount never exceeds what it is for, and counts in its own currency only", () => {
  const fixed: Coupon = { ...coupon, kind: "FIXED", percent: null, amounts: { EUR: 5000, USD: 6000 } };
  expect(minors(discountFor(fixed, [item("a", line(999))], now))).toEqual([[999]]);
  expect(minors(discountFor({ ...fixed, amounts: { USD: 6000 } }, [item("a", line(999))], now))).toEqual([
    [0],
  ]);
});

test("a coupon for some plans leaves the others alone", () => {
  const items = [item("a", line(1000)), item("b", line(1000))];
  expect(minors(discountFor({ ...coupon, planIds: ["b"], percent: "50" }, items, now))).toEqual([[0], [500]]);
  expect(couponProblem({ ...coupon, planIds: ["c"] }, items, now)).toBe("no_match");
  expect(couponProblem(coupon, items, now)).toBeUndefined();
  expect(discountFor(coupon, [], now)).toEqual([]);
});

test.each<[Partial<Coupon>, string]>([
  [{}, "active"],
  [{ isActive: false }, "paused"],
  [{ validFrom: new Date("2026-03-01T12:00:01Z") }, "early"],
  [{ validFrom: now }, "active"],
  [{ validUntil: now }, "expired"],
  [{ validUntil: new Date("2026-03-01T12:00:01Z") }, "active"],
  [{ maxUses: 2, uses: 1 }, "active"],
  [{ maxUses: 2, uses: 2 }, "used_up"],
])("%j is %s", (given, state) => {
  const stated = { ...coupon, ...given };
  expect(couponState(stated, now)).toBe(state);
  const off = sum(discountFor(stated, [item("a", line(1000))], now).flat(), "EUR");
  expect(off.minor > 0n).toBe(state === "active");
  expect(couponProblem(stated, [item("a", line(1000))], now)).toBe(
    state === "active" ? undefined : "not_valid",
  );
});

test("no line falls below nothing, and the parts add up to the whole", () => {
  const anyLine = fc.record({
    unit: fc.integer({ min: 0, max: 100_000 }),
    setup: fc.integer({ min: 0, max: 5_000 }),
    quantity: fc.integer({ min: 1, max: 9 }),
  });
  const anyCoupon = fc.oneof(
    fc.integer({ min: 1, max: 10_000 }).map((n): Coupon => ({ ...coupon, percent: String(n / 100) })),
    fc
      .integer({ min: 0, max: 1_000_000 })
      .map((n): Coupon => ({ ...coupon, kind: "FIXED", percent: null, amounts: { EUR: n } })),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(anyLine, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
      anyCoupon,
      (shape, given) => {
        const items = shape.map((lines) => item("a", ...lines.map(({ unit, ...rest }) => line(unit, rest))));
        const parts = discountFor(given, items, now);
        const dues = items.flatMap(({ lines }) =>
          lines.map((one) => one.quantity * Number(one.unit.minor + one.setup.minor)),
        );
        for (const [index, { minor }] of parts.flat().entries()) {
          expect(minor >= 0n && minor <= BigInt(dues[index] ?? 0)).toBe(true);
        }
        const whole = dues.reduce((all, due) => all + due, 0);
        const off = Number(sum(parts.flat(), "EUR").minor);
        const asked =
          given.kind === "FIXED"
            ? (given.amounts.EUR ?? 0)
            : Math.round((whole * Number(given.percent)) / 100);
        expect(Math.abs(off - Math.min(asked, whole))).toBeLessThanOrEqual(given.kind === "FIXED" ? 0 : 1);
      },
    ),
  );
});

test("longer cycles show what they cost per month and save, never more than they do", () => {
  const price = (cycle: string, minor: number) => ({ cycle, amount: money(BigInt(minor), "EUR") });
  const prices = [
    price("1m", 999),
    price("1y", 9990),
    price("2y", 23976),
    price("30d", 900),
    price("once", 1),
  ];
  expect(perMonth(money(9990n, "EUR"), "1y")).toEqual(money(833n, "EUR"));
  expect(perMonth(money(100n, "EUR"), "30d")).toBeUndefined();
  expect(["1m", "1y", "2y", "30d", "once"].map((cycle) => savingPercent(prices, cycle))).toEqual([
    0, 16, 0, 0, 0,
  ]);
  expect(savingPercent([price("1m", 0), price("1y", 0)], "1y")).toBe(0);
});
