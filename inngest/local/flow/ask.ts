import type { Tx } from "../database";
import type { Start } from "../model";
import { isTrue } from "../protocol/expression";
import { startRuns } from "../start-run";
import { addToBatch } from "./batch";
import { begin, refuse } from "./begin";
import { debounce } from "./debounce";
import { flowKey, lockKeys } from "./keys";
import { isWithinLimit, limitKey } from "./rates";
import { singletonKey } from "./singleton";

/**
 * Asks for runs, in the caller's transaction. What the functions say of flow control is applied here, in the order of a real server:
 * batching, rate limit or idempotency, debounce, singleton. What passes starts at once, though its first call may wait for
 * its throttle and its concurrency limits. An invoked run that is dropped fails the step that invoked it.
 */
export async function askForRuns(tx: Tx, starts: readonly Start[], now: Date): Promise<void> {
  await lockKeys(tx, "asking", starts.flatMap(keysOf));
  const free: Start[] = [];
  for (const start of starts) {
    const { config } = start.fn;
    if (isBatched(start)) await addToBatch(tx, start, now);
    else if (!(await isWithinLimit(tx, start.fn, start.event))) await refuse(tx, start, "is rate limited");
    else if (config.debounce) await debounce(tx, start);
    else if (config.singleton) await begin(tx, start, now);
    else free.push(start);
  }
  await startRuns(tx, free, now);
}

function isBatched({ fn, event }: Start): boolean {
  const { batchEvents } = fn.config;
  return (
    batchEvents !== undefined &&
    (batchEvents.if === undefined || isTrue(batchEvents.if, { event: event.payload }))
  );
}

function keysOf(start: Start): string[] {
  const { fn, event } = start;
  const { batchEvents, debounce: quiet } = fn.config;
  return [
    batchEvents && flowKey("batch", fn, batchEvents.key, event),
    limitKey(fn, event),
    quiet && flowKey("debounce", fn, quiet.key, event),
    singletonKey(fn, event),
  ].filter((key) => key !== undefined);
}
