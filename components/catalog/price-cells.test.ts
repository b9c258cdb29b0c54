import { expect, test } from "vitest";
import { changesIn, isSound, type StandingPrice } from "./price-cells";

const prices: StandingPrice[] = [
  { id: "a", currency: "EUR", cycle: "1m", amount: "9.99", setup: "0.00" },
  { id: "b", currency: "EUR", cycle: "1y", amount: "99.90", setup: "5.00" },
];

test("only what was changed is sent, with the price that was seen", () => {
  const cells = {
    "EUR 1m": { amount: "10,50", setup: "" },
    "EUR 1y": { amount: "99.90", setup: "5.00" },
    "USD 1m": { amount: "11", setup: "2" },
  };
  expect(changesIn(cells, prices)).toEqual({
    count: 2,
    values: {
      "changes[0].currency": "EUR",
      "changes[0].cycle": "1m",
      "changes[0].amountMinor": "1050",
      "changes[0].setupMinor": "0",
      "changes[0].seenPriceId": "a",
      "changes[1].currency": "USD",
      "changes[1].cycle": "1m",
      "changes[1].amountMinor": "1100",
      "changes[1].setupMinor": "200",
      "changes[1].seenPriceId": "",
    },
  });
});

test("an emptied cell ends its price", () => {
  const { values } = changesIn({ "EUR 1y": { amount: "", setup: "" } }, prices);
  expect(values).toMatchObject({ "changes[0].amountMinor": "", "changes[0].seenPriceId": "b" });
});

test("a cell is sound when it holds amounts of its currency, and a fee only beside a price", () => {
  expect(isSound({ amount: "9.99", setup: "" }, "EUR")).toBe(true);
  expect(isSound({ amount: "9.999", setup: "" }, "EUR")).toBe(false);
  expect(isSound({ amount: "nine", setup: "" }, "EUR")).toBe(false);
  expect(isSound({ amount: "", setup: "5" }, "EUR")).toBe(false);
  expect(isSound({ amount: "9.5", setup: "" }, "JPY")).toBe(false);
});
