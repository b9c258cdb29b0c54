import type { EventPayload, FunctionRow, RunRow } from "../model";
import { keyOf } from "../protocol/expression";
import { shortKey } from "./keys";

/** The concurrency keys of a run, sorted: slots are always taken in this order, so that two calls never wait for each other. */
export function slotsOf(fn: FunctionRow, event: EventPayload): { key: string; limit: number }[] {
  const slots = (fn.config.concurrency ?? []).map(({ limit, key, scope = "fn" }, index) => {
    const value = key === undefined ? "" : shortKey(keyOf(key, { event }));
    // Within a function two settings are two limits; across functions the key's value alone says what is shared.
    return { limit, key: scope === "fn" ? `fn:${fn.id}:${index}:${value}` : `${scope}:${value}` };
  });
  return slots.filter(({ limit }) => limit > 0).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The limits of a run's keys as its function has them now: a deploy may have raised, lowered or lifted them. */
export function limitsNow(run: RunRow, fn: FunctionRow, event: EventPayload): number[] {
  if (run.slot_keys.length === 0) return [];
  const now = new Map(slotsOf(fn, event).map(({ key, limit }) => [key, limit]));
  return run.slot_keys.map((key) => now.get(key) ?? Number.POSITIVE_INFINITY);
}
