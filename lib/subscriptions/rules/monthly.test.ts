import { expect, test } from "vitest";
import { money } from "@/lib/core/money/money";
import { monthlyRevenue } from "@/lib/subscriptions/rules/monthly";

const eur = (minor: number) => money(BigInt(minor), "EUR");

test("a year counts a twelfth, a quarter a third, what is billed once nothing", () => {
  const parts = [
    { cycle: "1m", recurring: eur(1000) },
    { cycle: "3m", recurring: eur(2700) },
    { cycle: "1y", recurring: eur(9600) },
    { cycle: "2y", recurring: eur(16800) },
    { cycle: "once", recurring: eur(0) },
  ];
  expect(monthlyRevenue(parts, "EUR")).toEqual(eur(1000 + 900 + 800 + 700));
});

test("days and weeks are reckoned by the mean month, and the whole is rounded once", () => {
  expect(monthlyRevenue([{ cycle: "1w", recurring: eur(700) }], "EUR")).toEqual(eur(3044));
  expect(monthlyRevenue([{ cycle: "1d", recurring: eur(100) }], "EUR")).toEqual(eur(3044));
  const thirds = Array.from({ length: 3 }, () => ({ cycle: "3m", recurring: eur(100) }));
  expect(monthlyRevenue(thirds, "EUR")).toEqual(eur(100));
});

test("nothing is nothing", () => {
  expect(monthlyRevenue([], "JPY")).toEqual(money(0n, "JPY"));
});
