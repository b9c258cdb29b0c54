import { z } from "zod";
import { duration, durationBetween, expression, key } from "./fields";

/** Settings that decide when, whether and with which events a function runs; bounds as a real server has them. */
export const flowSettings = {
  throttle: z
    .strictObject({
      limit: z.number().int().min(1),
      period: durationBetween("1s", "7d"),
      burst: z.number().int().min(0).optional(),
      key,
    })
    .optional(),
  rateLimit: z
    .strictObject({ limit: z.number().int().min(1), period: durationBetween("1s", "24h"), key })
    .optional(),
  debounce: z
    .strictObject({ period: durationBetween("1s", "7d"), key, timeout: duration.optional() })
    .optional(),
  priority: z.strictObject({ run: expression.optional() }).optional(),
  batchEvents: z
    .strictObject({
      maxSize: z.number().int().min(2).max(500),
      timeout: durationBetween("1s", "10m"),
      key,
      if: expression.optional(),
    })
    .optional(),
  singleton: z.strictObject({ mode: z.enum(["skip", "cancel"]), key }).optional(),
};

type Combined = {
  batchEvents?: unknown;
  cancel?: readonly unknown[] | undefined;
  [setting: string]: unknown;
};

/** What cannot go with batching: these speak of one event, a batch has many. */
const notWithBatches = ["idempotency", "rateLimit", "debounce", "priority", "singleton"] as const;

/** Settings of one function that exclude each other. */
export function combinationProblems(fn: Combined): string[] {
  if (fn.batchEvents === undefined) return [];
  const given: string[] = notWithBatches.filter((setting) => fn[setting] !== undefined);
  if (fn.cancel && fn.cancel.length > 0) given.push("cancelOn");
  return given.map((setting) => `batchEvents cannot be combined with ${setting}`);
}
