import { z } from "zod";
import { currencyCodes } from "./currencies";
import { type Fraction, parseFraction, toExactDecimalString } from "./fraction";

export const currencySchema = z
  .enum(currencyCodes, { error: "must be the code of an active ISO 4217 currency, such as EUR" })
  .meta({ id: "Currency", description: "Currency code of ISO 4217.", examples: ["EUR"] });

const tooLarge = "must be between -(2^53 - 1) and 2^53 - 1 minor units";

// The examples stand on the wire side: those of a codec's own meta are left out of the JSON Schema of its input.
const moneyOnTheWire = z
  .strictObject({
    minor: z.int({
      error: (issue) => (issue.code === "too_big" || issue.code === "too_small" ? tooLarge : undefined),
    }),
    currency: currencySchema,
  })
  .meta({ examples: [{ minor: 1999, currency: "EUR" }] });

/**
 * `{ "minor": 1999, "currency": "EUR" }` outside, `Money` inside. Beyond 2^53 - 1 both directions refuse, because
 * readers of JSON would lose digits.
 */
export const moneySchema = z
  .codec(moneyOnTheWire, z.strictObject({ minor: z.bigint(), currency: currencySchema }), {
    decode: ({ minor, currency }) => ({ minor: BigInt(minor), currency }),
    // Where Number() would round, the result lies beyond what the wire side accepts.
    encode: ({ minor, currency }) => ({ minor: Number(minor), currency }),
  })
  .meta({
    id: "Money",
    description: "An amount as an integer of minor units: 1999 EUR is 19.99 euro, 1999 JPY is 1999 yen.",
  });

const rateOnTheWire = z
  .string()
  .regex(/^\d{1,12}(?:\.\d{1,12})?$/, "must be digits with at most 12 decimals")
  .meta({ examples: ["19", "7.7", "1.0842"] });

/** Decimal text outside, an exact fraction inside. Encoding refuses what has no decimal text of that size (1/3). */
export const rateSchema = z
  .codec(rateOnTheWire, z.custom<Fraction>(), {
    decode: parseFraction,
    encode: (rate, context) => {
      try {
        return toExactDecimalString(rate);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        context.issues.push({ code: "custom", input: rate, message: error.message });
        return z.NEVER;
      }
    },
  })
  .meta({ id: "Rate", description: "An exact rate as decimal text." });
