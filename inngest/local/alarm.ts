import type pg from "pg";
import type { DurableLog } from "./model";

const lookAheadMs = 600;
const everyMs = 250;

/**
 * Wakes the queue's workers at the moment a delayed job is due. (By itself the queue looks only every few seconds.)
 * Returns a function that ends it.
 */
export function startAlarm(pool: pg.Pool, log: DurableLog): () => void {
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;
  const alarms = new Map<number, NodeJS.Timeout>();

  const look = async () => {
    const { rows } = await pool.query<{ at: number; in_ms: number; jobs: number }>(due, [lookAheadMs]);
    for (const { at, in_ms: inMs, jobs } of rows) {
      if (alarms.has(at) || isEnding) continue;
      const ring = () => {
        alarms.delete(at);
        pool.query(ringText, [jobs]).catch((error) => log.warn("An alarm was missed", { error }));
      };
      alarms.set(at, setTimeout(ring, Math.max(0, inMs)));
    }
  };
  const loop = () => {
    look()
      .catch((error) => log.warn("The alarm cannot look ahead", { error }))
      .finally(() => {
        if (!isEnding) timer = setTimeout(loop, everyMs);
      });
  };
  loop();

  return () => {
    isEnding = true;
    clearTimeout(timer);
    for (const alarm of alarms.values()) clearTimeout(alarm);
  };
}

/** Due moments just ahead, and just missed, rounded up to 5 ms so that many jobs of one moment ring once. */
const due = `
  select at::float8 as at, greatest(at * 5 - extract(epoch from now()) * 1000, 0)::float8 as in_ms, count(*)::int as jobs
  from durable_queue._private_jobs j, lateral (select ceil(extract(epoch from j.run_at) * 200) as at) moment
  where j.is_available = true and j.run_at > now() - interval '1 second'
    and j.run_at < now() + make_interval(secs => $1::int / 1000.0) and j.created_at < j.run_at - interval '1 millisecond'
  group by at`;
const ringText = "select pg_notify('jobs:insert', json_build_object('r', random(), 'count', $1::int)::text)";
