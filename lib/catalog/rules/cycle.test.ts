import { expect, test } from "vitest";
import { byLength, cycleOf, isCycleCode, usualCycles } from "@/lib/catalog/rules/cycle";

test("a code names one cycle", () => {
  expect(cycleOf("once")).toBeNull();
  expect(cycleOf("3m")).toEqual({ unit: "month", count: 3 });
  expect(cycleOf("2y")).toEqual({ unit: "year", count: 2 });
  expect(cycleOf("10d")).toEqual({ unit: "day", count: 10 });
});

test.each(["", "0m", "m", "1q", "12m", "24m", "1000d", "-1m", "1m ", "once "])("%j is no cycle", (code) => {
  expect(() => cycleOf(code)).toThrow(RangeError);
  expect(isCycleCode(code)).toBe(false);
});

test("cycles sort from once over short to long", () => {
  expect([...usualCycles].reverse().sort(byLength)).toEqual(usualCycles);
  expect(["1m", "30d", "5w"].sort(byLength)).toEqual(["30d", "1m", "5w"]);
});
