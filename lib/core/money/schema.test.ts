import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { currencyCodes } from "./currencies";
import { fraction, parseFraction } from "./fraction";
import { money } from "./money";
import { currencySchema, moneySchema, rateSchema } from "./schema";

describe("money on the wire", () => {
  test("amounts survive JSON, to the last safe integer", () => {
    const largest = BigInt(Number.MAX_SAFE_INTEGER);
    const anyMoney = fc.record({
      minor: fc.oneof(fc.bigInt({ min: -largest, max: largest }), fc.constantFrom(largest, -largest, 0n)),
      currency: fc.constantFrom(...currencyCodes),
    });
    fc.assert(
      fc.property(anyMoney, (amount) => {
        const wire = JSON.stringify(moneySchema.encode(amount));
        expect(moneySchema.parse(JSON.parse(wire))).toEqual(amount);
      }),
    );
    expect(moneySchema.encode(money(1999n, "EUR"))).toEqual({ minor: 1999, currency: "EUR" });
  });

  test.each([
    ["a fraction of a cent", { minor: 19.99, currency: "EUR" }],
    ["text", { minor: "1999", currency: "EUR" }],
    ["a large integer", { minor: 2 ** 53, currency: "EUR" }],
    ["a large negative integer", { minor: -(2 ** 53), currency: "EUR" }],
    ["no number", { minor: Number.NaN, currency: "EUR" }],
    ["an unknown currency", { minor: 1, currency: "XXX" }],
    ["a currency in lower case", { minor: 1, currency: "eur" }],
    ["no currency", { minor: 1 }],
    ["another field", { minor: 1, currency: "EUR", exponent: 2 }],
  ])("%s is refused at the door", (_, wire) => {
    expect(moneySchema.safeParse(wire).success).toBe(false);
  });

  test("F-26: an amount beyond 2^53 - 1 is refused in both directions, and the refusal says why", () => {
    const reason = "must be between -(2^53 - 1) and 2^53 - 1 minor units";
    const decoded = moneySchema.safeParse(JSON.parse('{ "minor": 9007199254740993, "currency": "EUR" }'));
    const encoded = z.safeEncode(moneySchema, money(-(2n ** 53n), "EUR"));

    for (const { error } of [decoded, encoded]) {
      expect(error?.issues).toMatchObject([{ path: ["minor"], message: reason }]);
    }
  });
});

describe("rates on the wire", () => {
  test("exact text goes in and comes out", () => {
    expect(rateSchema.parse("7.70")).toEqual(parseFraction("7.7"));
    expect(rateSchema.encode(parseFraction("7.70"))).toBe("7.7");
    const anyText = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }), fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }))
      .map(([whole, decimals]) => `${whole}.${decimals}`);
    fc.assert(
      fc.property(anyText, (text) => {
        const rate = rateSchema.parse(text);
        expect(rateSchema.parse(rateSchema.encode(rate))).toEqual(rate);
      }),
    );
  });

  test.each(["", "-1", "1.", ".5", "1e2", "19%", "0.0000000000001", "1234567890123", 19])(
    "%j is refused",
    (wire) => {
      expect(rateSchema.safeParse(wire).success).toBe(false);
    },
  );

  test("a rate without finite text is refused when it leaves", () => {
    expect(z.safeEncode(rateSchema, fraction(1n, 3n)).error?.issues[0]?.message).toContain("1/3");
    expect(z.safeEncode(rateSchema, fraction(-1n)).success).toBe(false);
  });
});

test("published schemas are shared by reference and carry an example", () => {
  const Price = z.object({ price: moneySchema, setup: moneySchema, tax: rateSchema });
  const published = z.toJSONSchema(Price, { io: "input" });

  expect(published.properties).toEqual({
    price: { $ref: "#/$defs/Money" },
    setup: { $ref: "#/$defs/Money" },
    tax: { $ref: "#/$defs/Rate" },
  });
  expect(published.$defs).toMatchObject({
    Money: {
      type: "object",
      required: ["minor", "currency"],
      additionalProperties: false,
      properties: {
        minor: { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
        currency: { $ref: "#/$defs/Currency" },
      },
      description: expect.any(String),
      examples: [{ minor: 1999, currency: "EUR" }],
    },
    Currency: { type: "string", enum: currencyCodes, examples: ["EUR"] },
    Rate: { type: "string", pattern: expect.any(String), examples: expect.arrayContaining(["19"]) },
  });
});

test("a currency is named by its code in capitals", () => {
  expect(currencySchema.parse("CHF")).toBe("CHF");
  expect(currencySchema.safeParse("chf").error?.issues[0]?.message).toContain("ISO 4217");
});
