import type { Tx } from "../database";
import type { CallRow, FunctionRow, RunRow } from "../model";
import { freeAtUs, freeStarts, type Rate, throttleRate } from "../protocol/rate";
import { parseDuration } from "../protocol/time";
import { addCallJobs, addJob } from "../queue";
import { lockKeys } from "./keys";
import { countStart, readRate } from "./rates";

/**
 * Throttles: runs that may not start yet wait, the earliest place first, and a timer per key wakes as many as may start. Whoever
 * waits has a job that is about to look again, or its key has a timer.
 */

/** Whether a run may start under its throttle; counts the start if so. Else its first call waits. */
export async function mayStart(tx: Tx, run: RunRow, call: CallRow, fn: FunctionRow): Promise<boolean> {
  const { throttle_key: key } = run;
  const rate = rateOf(fn);
  if (!key) return true;
  if (!rate) {
    await leaveThrottle(tx, call);
    return true;
  }

  await lockKeys(tx, "throttling", [key]);
  const state = await readRate(tx, key);
  const { rows } = await tx.query<{ ahead: number }>(
    `select count(*)::int as ahead from durable.throttle_waits
     where key = $1 and (place, call_id) < ($2::timestamptz, $3::bigint)`,
    [key, run.place, call.id],
  );
  if ((rows[0]?.ahead ?? 0) < freeStarts(rate, state)) {
    await countStart(tx, key, rate, state);
    await leaveThrottle(tx, call);
    return true;
  }

  await tx.query(
    "insert into durable.throttle_waits (key, call_id, place) values ($1, $2, $3) on conflict do nothing",
    [key, call.id, run.place],
  );
  await setTimer(tx, fn.id, key, freeAtUs(rate, state, 1));
  return false;
}

/** Takes a call out of its throttle's line. */
async function leaveThrottle(tx: Tx, call: CallRow): Promise<void> {
  await tx.query("delete from durable.throttle_waits where call_id = $1", [call.id]);
}

/** Calls that wait for something else, or for nothing any more, hold up nobody behind them. */
export async function makeWay(tx: Tx, run: RunRow, callIds: readonly string[]): Promise<void> {
  const { throttle_key: key, function_id: functionId } = run;
  if (!key || callIds.length === 0) return;
  const { rowCount } = await tx.query("delete from durable.throttle_waits where call_id = any($1)", [
    callIds,
  ]);
  if (rowCount !== 0) await setTimer(tx, functionId, key);
}

/** Wakes as many as may start now, and sets the timer for the next. */
export async function wakeThrottled(tx: Tx, functionId: string, key: string): Promise<void> {
  await lockKeys(tx, "throttling", [key]);
  const { rows: waiting } = await tx.query<{ id: string }>(
    "select call_id as id from durable.throttle_waits where key = $1 order by place, call_id",
    [key],
  );
  const { rows } = await tx.query<FunctionRow>(
    "select id, url, max_attempts, config from durable.functions where id = $1",
    [functionId],
  );
  const rate = rows[0] && rateOf(rows[0]);
  // A deploy may have taken the throttle away.
  if (!rate) return addCallJobs(tx, waiting);

  const state = await readRate(tx, key);
  const free = Math.max(freeStarts(rate, state), 0);
  await addCallJobs(tx, waiting.slice(0, free));
  if (waiting.length > free) await setTimer(tx, functionId, key, freeAtUs(rate, state, free + 1));
}

async function setTimer(tx: Tx, functionId: string, key: string, atUs?: number): Promise<void> {
  const at = atUs === undefined ? undefined : new Date(Math.ceil(atUs / 1_000));
  await addJob(tx, "throttle", { function: functionId, key }, { at, key });
}

function rateOf({ config: { throttle } }: FunctionRow): Rate | undefined {
  return throttle && throttleRate(throttle.limit, parseDuration(throttle.period) ?? 0, throttle.burst);
}
