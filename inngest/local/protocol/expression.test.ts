import { expect, test } from "vitest";
import { isTrue, keyOf, parseExpression, requiredEquality } from "./expression";
import { ExpressionError } from "./expression-parser";

const event = {
  name: "order/placed",
  data: { amount: 120, currency: "EUR", tags: ["new", "vip"], client: { id: "c-1" }, none: null, flag: true },
};
const async = { name: "order/paid", data: { order: 7, client: { id: "c-1" } } };

test.each([
  ["event.data.amount > 100"],
  ["event.data.amount >= 120 && event.data.currency == 'EUR'"],
  ['event.data.currency == "USD" || event.data.flag'],
  ["!(event.data.currency == 'USD')"],
  ["event.data.flag == true"],
  ["event.data.client.id == async.data.client.id"],
  ['event.data["client"]["id"] == "c-1"'],
  ["event.data.tags[0] == 'new'"],
  ["'vip' in event.data.tags"],
  ["event.data.currency in ['EUR', 'CHF']"],
  ["event.name.startsWith('order/') && event.name.endsWith('placed') && event.name.contains('/')"],
  ["size(event.data.tags) == 2 && event.data.currency.size() == 3"],
  ["has(event.data.client) && !has(event.data.nothing)"],
  ["event.data.missing == null && event.data.none == null"],
  ["event.data.missing != 'x'"],
  ["event.data.amount + 1 == 121"],
  ["-1 < 0"],
  ["event.data.amount > 200 ? false : true"],
  ["event.data.currency == 'EUR' && event.data.amount > 100 || false"],
  ["'it\\'s' == \"it's\""],
])("%s holds", (text) => {
  expect(isTrue(text, { event, async })).toBe(true);
});

test.each([
  ["event.data.amount > '100'"],
  ["event.data.amount"],
  ["event.data.missing == async.data.missing"],
  ["event.data.client.id == async.data.order"],
  ["event.data.missing.deeper == 'x'"],
  ["event.data.constructor == 'x'"],
  ["has(event.data.constructor)"],
  ["event.data.missing > 1"],
])("%s does not hold", (text) => {
  expect(isTrue(text, { event, async })).toBe(false);
});

test.each([
  ["event.data.list.exists(x, x > 1)"],
  ["steps.one == 1"],
  ["event.data.amount * 2 == 240"],
  ["event.data."],
  ["event.data.amount >"],
  ["(event.data.amount > 1"],
  ["event.data.amount == 1 1"],
  ["process.exit()"],
  ["event.data.name.matches('^a')"],
  ["event.data.amount; 1"],
  ["'open"],
  [""],
])("%s is refused", (text) => {
  expect(() => parseExpression(text)).toThrow(ExpressionError);
});

test("keys are equal for equal values, and apart across types", () => {
  expect(keyOf("event.data.client.id", { event })).toBe('"c-1"');
  expect(keyOf('event.data.client.id + "-" + event.data.amount', { event })).toBe('"c-1-120"');
  expect(keyOf("'120'", { event })).not.toBe(keyOf("event.data.amount", { event }));
  expect(keyOf("event.data.missing", { event })).toBe("null");
});

test("an equality that must hold is found, and none that need not", () => {
  const find = (text: string) => requiredEquality(parseExpression(text));

  expect(find("event.data.a == async.data.b")).toEqual({ event: ["data", "a"], async: ["data", "b"] });
  expect(find("async.data.ok == true && async.data.b == event.data.a")).toEqual({
    event: ["data", "a"],
    async: ["data", "b"],
  });
  expect(find("event.data.a == async.data.b || true")).toBeUndefined();
  expect(find("async.data.b == 'x'")).toBeUndefined();
});
