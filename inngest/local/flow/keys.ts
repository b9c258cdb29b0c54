import { createHash } from "node:crypto";
import type { Tx } from "../database";
import type { FunctionRow, StoredEvent } from "../model";
import { keyOf } from "../protocol/expression";

type FlowKind = "once" | "limit" | "throttle" | "debounce" | "batch" | "singleton";

/** Advisory locks over flow keys, by moment. A transaction takes those of an earlier moment first: asking, beginning, throttling. */
export const locks = { asking: 7206, beginning: 7207, throttling: 7208 } as const;

/** What a flow setting counts by: the function, and the value of the setting's key for an event. */
export function flowKey(
  kind: FlowKind,
  fn: FunctionRow,
  expression: string | undefined,
  event: StoredEvent,
): string {
  const value = expression === undefined ? "" : shortKey(keyOf(expression, { event: event.payload }));
  return `${kind}:${fn.id}:${value}`;
}

/** As above, for settings that a key of `false` switches off. */
export function flowKeyUnlessFalse(...given: Parameters<typeof flowKey>): string | undefined {
  const [, , expression, event] = given;
  const isOff = expression !== undefined && keyOf(expression, { event: event.payload }) === "false";
  return isOff ? undefined : flowKey(...given);
}

const readableLength = 100;

/** A value as part of a database key, which is bounded: long ones are hashed. */
export function shortKey(value: string): string {
  if (value.length <= readableLength) return value;
  return `#${createHash("sha256").update(value).digest("base64url")}`;
}

/** Locks keys until the transaction ends, always in the same order, so that two that need the same keys wait and do not deadlock. */
export async function lockKeys(tx: Tx, moment: keyof typeof locks, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.query(
    `select pg_advisory_xact_lock($1, hash)
     from (select distinct hashtext(key) as hash from unnest($2::text[]) as key order by 1) keys`,
    [locks[moment], keys],
  );
}
