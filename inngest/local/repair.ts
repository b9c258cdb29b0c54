import type pg from "pg";
import { transaction } from "./database";
import { mendFlow } from "./flow/mend";
import type { Instance } from "./instance";
import { addCallJobs } from "./queue";

/**
 * Takes back the jobs of workers that are no longer alive: those of processes that died, and those that ended inside a process.
 * (By itself the queue would wait four hours.) Of the workers of `instance`, this process, it alone says which live: its session may
 * be being opened again after an absence of the database. Returns how many workers were found dead.
 */
export async function takeBackJobs(pool: pg.Pool, instance?: Instance): Promise<number> {
  const { rows } = await pool.query<{ dead: number }>(
    `
    with alive as (
      select w.id from durable.workers w join pg_locks l
        on l.locktype = 'advisory' and l.granted and l.classid = 7202 and l.objid = w.instance_id
        and l.database = (select oid from pg_database where datname = current_database())
      where w.instance_id <> $2
    ), dead as (
      select array_agg(distinct locked_by) as ids from durable_queue._private_jobs
      where locked_by is not null and locked_by <> all($1) and locked_by not in (select id from alive)
    )
    select coalesce(cardinality(ids), 0) as dead, durable_queue.force_unlock_workers(ids) from dead where ids is not null`,
    [instance?.liveWorkers ?? [], instance?.id ?? 0],
  );
  const dead = rows[0]?.dead ?? 0;
  if (dead > 0)
    await pool.query("select pg_notify('jobs:insert', json_build_object('count', $1::int)::text)", [dead]);
  return dead;
}

/** Forgets processes that died. Their jobs were taken back before. */
export async function forgetDeadInstances(pool: pg.Pool): Promise<void> {
  await pool.query(`
    delete from durable.instances i
    where started_at < now() - interval '1 minute' and not exists (
      select from pg_locks l where l.locktype = 'advisory' and l.classid = 7202 and l.objid = i.id
        and l.database = (select oid from pg_database where datname = current_database()))`);
}

/**
 * A net below the queue. Calls and jobs change together, so this finds nothing as long as that holds: it gives a job to each
 * call that has none (somebody deleted jobs by hand), wakes one waiter per key, and brings jobs that failed for reasons outside
 * their own rules back within a minute.
 */
export async function mendQueue(pool: pg.Pool): Promise<number> {
  return transaction(pool, async (tx) => {
    const { rows: lost } = await tx.query<{ id: string }>(`
      update durable.calls c set state = 'queued', job_id = null
      where state in ('queued', 'running') and greatest(due_at, started_at) < now() - interval '30 seconds'
        and not exists (select from durable_queue._private_jobs j where j.key = 'call:' || c.id or j.id = c.job_id)
      returning c.id`);
    const { rows: waiting } = await tx.query<{ id: string }>(`
      select distinct on (key) call_id as id from durable.slot_waits w
      join durable.calls c on c.id = w.call_id and c.state = 'waiting' and c.due_at < now() - interval '30 seconds'
      order by key, place, call_id`);
    await addCallJobs(tx, [...new Map([...lost, ...waiting].map((call) => [call.id, call])).values()]);
    await mendFlow(tx);
    await tx.query(`
      select durable_queue.reschedule_jobs(array_agg(id), run_at => now() + interval '1 minute')
      from durable_queue._private_jobs
      where last_error is not null and locked_at is null and run_at > now() + interval '1 minute' and attempts < max_attempts
      having count(*) > 0`);
    return lost.length;
  });
}
