import type pg from "pg";

const chunk = 1_000;

/**
 * Deletes ended runs and their events after `days`, ids of events and idempotency keys after their 24 hours, rates that say nothing
 * any more, and jobs that were replaced while they ran. In chunks, so that no lock is long. Returns the number of runs deleted.
 */
export async function deleteOld(pool: pg.Pool, days: number): Promise<number> {
  const runs = await inChunks(pool, deleteRuns, [days]);
  await inChunks(pool, deleteEvents, [days]);
  await inChunks(pool, deleteMarks, []);
  await inChunks(pool, deleteKeys, []);
  await inChunks(pool, deleteRates, []);
  await inChunks(pool, deleteReplacedJobs, []);
  return runs;
}

async function inChunks(pool: pg.Pool, statement: string, values: unknown[]): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await pool.query(statement, [...values, chunk]);
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < chunk) return total;
  }
}

const deleteRuns = `delete from durable.runs where id in (
  select id from durable.runs where ended_at < now() - make_interval(days => $1::int) limit $2)`;
const deleteEvents = `delete from durable.events where id in (
  select e.id from durable.events e where e.received_at < now() - make_interval(days => $1::int)
  and not exists (select from durable.runs r where r.event_id = e.id)
  and not exists (select from durable.waits w where w.event_id = e.id)
  and not exists (select from durable.run_events r where r.event_id = e.id)
  and not exists (select from durable.batch_events b where b.event_id = e.id)
  and not exists (select from durable.debounces d where d.event_id = e.id) limit $2)`;
const deleteMarks = `delete from durable.event_ids where id in (
  select id from durable.event_ids where expires_at < now() limit $1)`;
const deleteKeys = `delete from durable.idempotency where (function_id, key) in (
  select function_id, key from durable.idempotency where expires_at < now() limit $1)`;
// Of two conditions the outer one decides: a start may be counted in between.
const deleteRates = `delete from durable.rates where arrival_us < extract(epoch from now()) * 1000000 and key in (
  select key from durable.rates where arrival_us < extract(epoch from now()) * 1000000 limit $1)`;
const deleteReplacedJobs = `delete from durable_queue._private_jobs where id in (
  select id from durable_queue._private_jobs where attempts >= max_attempts and locked_at is null limit $1)`;
