import { expect, test } from "vitest";
import { typedAmount } from "./typed-amount";

test.each([
  ["19.99", "EUR", 1999n],
  ["19,99", "EUR", 1999n],
  ["1 250", "EUR", 125_000n],
  ["١٩٫٩٩", "EUR", 1999n],
  ["500", "JPY", 500n],
  ["1.250", "KWD", 1250n],
  ["", "EUR", undefined],
  ["  ", "EUR", undefined],
  ["1.250", "EUR", null],
  ["5.5", "JPY", null],
  ["-5", "EUR", null],
  ["1.2.3", "EUR", null],
  ["abc", "EUR", null],
  ["9".repeat(40), "EUR", null],
] as const)("%j typed in %s is %s minor units", (text, currency, minor) => {
  expect(typedAmount(text, currency)).toBe(minor);
});
