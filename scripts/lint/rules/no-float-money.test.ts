import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noFloatMoney } from "./no-float-money";

test.each([
  "parseFloat(amount)",
  "Number(line.totalMinor)",
  "Number.parseFloat(input.price)",
  "(balance / 100).toFixed(2)",
  "invoice.total.toFixed(2)",
  "Math.round(unitPrice * quantity)",
  "const value = +row.amount",
])("money through a float is refused: %s", (text) => {
  expect(findingsIn(noFloatMoney, "lib/billing/rules/total.ts", text)).toEqual(["1 no-float-money"]);
});

test.each([
  ["lib/billing/rules/total.ts", "Number(row.totalCount)"],
  ["lib/billing/rules/total.ts", "Number(port)"],
  ["lib/billing/rules/total.ts", "Math.ceil(totalRows / size)"],
  ["lib/billing/rules/total.ts", "BigInt(row.amount)"],
  ["lib/core/money/json.ts", "Number(money.minor)"],
])("in %s, %s passes", (path, text) => {
  expect(findingsIn(noFloatMoney, path, text)).toEqual([]);
});
