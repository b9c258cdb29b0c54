import type { Tx } from "../database";
import type { FunctionRow, StoredEvent } from "../model";
import { arrivalAfterUs, freeStarts, limitRate, type Rate, type RateState } from "../protocol/rate";
import { parseDuration } from "../protocol/time";
import { flowKeyUnlessFalse } from "./keys";

/** Reads a rate's state by the database's clock, which all instances share. The caller holds the key's lock. */
export async function readRate(tx: Tx, key: string): Promise<RateState> {
  const { rows } = await tx.query<{ now_us: string; arrival_us: string | null }>(
    `select (extract(epoch from clock_timestamp()) * 1000000)::bigint as now_us,
       (select arrival_us from durable.rates where key = $1)`,
    [key],
  );
  const { now_us: now = "0", arrival_us: arrival = null } = rows[0] ?? {};
  return { nowUs: Number(now), arrivalUs: arrival === null ? undefined : Number(arrival) };
}

/** Counts one more start. */
export async function countStart(tx: Tx, key: string, rate: Rate, state: RateState): Promise<void> {
  await tx.query(
    "insert into durable.rates (key, arrival_us) values ($1, $2) on conflict (key) do update set arrival_us = $2",
    [key, arrivalAfterUs(rate, state)],
  );
}

/** Under what key a function's runs are limited in number, if they are. Idempotency takes the place of a rate limit. */
export function limitKey(fn: FunctionRow, event: StoredEvent): string | undefined {
  const { idempotency, rateLimit } = fn.config;
  if (idempotency !== undefined) return flowKeyUnlessFalse("once", fn, idempotency, event);
  return rateLimit && flowKeyUnlessFalse("limit", fn, rateLimit.key, event);
}

/** Whether a run may start under its function's rate limit; counts it if so. A run that may not is dropped for good. */
export async function isWithinLimit(tx: Tx, fn: FunctionRow, event: StoredEvent): Promise<boolean> {
  const key = limitKey(fn, event);
  if (key === undefined) return true;
  if (fn.config.idempotency !== undefined) return isFirst(tx, fn, key);

  const { limit = 1, period = "" } = fn.config.rateLimit ?? {};
  const rate = limitRate(limit, parseDuration(period) ?? 0);
  const state = await readRate(tx, key);
  if (freeStarts(rate, state) < 1) return false;
  await countStart(tx, key, rate, state);
  return true;
}

async function isFirst(tx: Tx, fn: FunctionRow, key: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into durable.idempotency as held (function_id, key, expires_at)
     values ($1, $2, now() + interval '24 hours')
     on conflict (function_id, key) do update set expires_at = excluded.expires_at where held.expires_at <= now()`,
    [fn.id, key],
  );
  return rowCount === 1;
}
