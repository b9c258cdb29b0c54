import type { Tx } from "../database";
import { addCallJobs, addJob } from "../queue";

type Waiting = { task: "throttle" | "debounce" | "batch"; id: string; key: string; at: Date | null };

/**
 * The net below flow control, as `mendQueue` is below the calls: gives a timer to what waits for one and has none, and wakes a
 * singleton's next run. It finds nothing unless somebody deleted jobs by hand.
 */
export async function mendFlow(tx: Tx): Promise<void> {
  const { rows } = await tx.query<Waiting>(lost);
  for (const { task, id, key, at } of rows) {
    const when = { at: at ?? undefined, key };
    if (task === "throttle") await addJob(tx, task, { function: id, key }, when);
    else if (task === "debounce") await addJob(tx, task, { key }, when);
    else await addJob(tx, task, { batch: id }, when);
  }
  const { rows: calls } = await tx.query<{ id: string }>(idleSingletons);
  await addCallJobs(tx, calls);
}

const lost = `
  with wanted as (
    select distinct 'throttle' as task, r.function_id as id, w.key, null::timestamptz as at
    from durable.throttle_waits w join durable.calls c on c.id = w.call_id join durable.runs r on r.id = c.run_id
    union all select 'debounce', function_id, key, due_at from durable.debounces
    union all select 'batch', id::text, 'batch:' || id, due_at from durable.batches
  )
  select * from wanted where not exists (select from durable_queue._private_jobs j where j.key = wanted.key)`;

const idleSingletons = `
  select c.id from durable.runs r join durable.calls c on c.run_id = r.id and c.state = 'waiting'
  where r.singleton_key is not null and r.ended_at is null and r.status = 'queued' and c.due_at < now() - interval '30 seconds'
    and not exists (select from durable_queue._private_jobs j where j.key = 'call:' || c.id)
    and not exists (select from durable.slot_waits w where w.call_id = c.id)
    and not exists (select from durable.throttle_waits w where w.call_id = c.id)`;
