import { z } from "zod";
import { parseExpression } from "./expression";
import { ExpressionError } from "./expression-parser";
import { parseDuration, parseMoment } from "./time";

/** Parts that several settings of a function are made of. */

export const expression = z.string().superRefine((text, context) => {
  try {
    parseExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    context.addIssue({ code: "custom", message: `expression ${error.message}` });
  }
});

/** A key over events; SDKs may send empty text for none. */
export const key = z.preprocess((text) => (text === "" ? undefined : text), expression.optional());

export const duration = z
  .string()
  .refine((text) => (parseDuration(text) ?? 0) > 0, "must be a time such as 30s or 2h");

/** A time string between two bounds. */
export function durationBetween(least: string, most: string) {
  const [from, to] = [parseDuration(least) ?? 0, parseDuration(most) ?? 0];
  return z.string().refine((text) => {
    const given = parseDuration(text);
    return given !== undefined && given >= from && given <= to;
  }, `must be a time from ${least} to ${most}`);
}

export const moment = z
  .string()
  .refine((text) => parseMoment(text, new Date()) !== undefined, "must be a time such as 1h, or a date");
