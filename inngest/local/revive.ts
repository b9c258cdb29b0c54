import type { Tx } from "./database";
import type { EventPayload, FunctionRow, RunRow } from "./model";
import { parseDuration } from "./protocol/time";
import { addJob } from "./queue";
import { addCancellations } from "./start-run";
import { addDiscovery } from "./steps";

type Revived = Pick<RunRow, "id" | "function_id" | "event_id"> & {
  error: { message?: unknown } | null;
  fn: FunctionRow;
  event: EventPayload;
};

/**
 * Has a run go on that a person retried, or begin that a person repeated: forgets the step that it failed at and those that were
 * open, keeps every step that was done, sets up again what may cancel it, and asks the function what comes next. Nothing is done
 * when that has happened already.
 */
export async function revive(tx: Tx, runId: string): Promise<void> {
  const { rows } = await tx.query<Revived>(
    `select r.id, r.function_id, r.event_id, r.error, e.payload as event,
       json_build_object('id', f.id, 'url', f.url, 'max_attempts', f.max_attempts, 'config', f.config) as fn
     from durable.runs r join durable.events e on e.id = r.event_id join durable.functions f on f.id = r.function_id
     where r.id = $1 and r.ended_at is null and r.status = 'queued'
       and not exists (select from durable.calls c where c.run_id = r.id and c.state <> 'done')
     for update of r`,
    [runId],
  );
  const run = rows[0];
  if (!run) return;

  await takeOver(tx, run.id);
  await forgetSteps(tx, run);
  await tx.query("update durable.runs set error = null, output = null, plan_only = false where id = $1", [
    run.id,
  ]);
  const now = new Date();
  await addCancellations(tx, run, now);
  const limit = parseDuration(run.fn.config.timeouts?.start ?? "");
  if (limit) {
    const at = new Date(now.getTime() + limit);
    await addJob(tx, "runTimeout", { run: run.id, limit: "start" }, { at, key: `start:${run.id}` });
  }
  await addDiscovery(tx, run as unknown as RunRow);
}

/** A run that repeats another has all its events, and counts under the same keys. */
async function takeOver(tx: Tx, runId: string): Promise<void> {
  await tx.query(
    `insert into durable.run_events (run_id, position, event_id)
     select r.id, e.position, e.event_id from durable.runs r join durable.run_events e on e.run_id = r.repeats_id
     where r.id = $1 on conflict do nothing`,
    [runId],
  );
  await tx.query(
    `update durable.runs r set is_batch = o.is_batch, throttle_key = o.throttle_key, singleton_key = o.singleton_key
     from durable.runs o where r.id = $1 and o.id = r.repeats_id`,
    [runId],
  );
}

type StepRow = { id: string; group_id: string; position: number | null; message: string | null };

/** A failed step that its function has caught stays: only those that ended the run are tried again. */
async function forgetSteps(tx: Tx, { id, error }: Revived): Promise<void> {
  const { rows } = await tx.query<StepRow>(
    `select id, group_id::text, position, case when error is not null then coalesce(error->>'message', '') end as message
     from durable.steps where run_id = $1 order by group_id, position`,
    [id],
  );
  const gone = [...openSteps(rows), ...fatalSteps(rows, error?.message)].map((step) => step.id);
  await tx.query("delete from durable.steps where run_id = $1 and id = any($2)", [id, gone]);
}

function openSteps(steps: readonly StepRow[]): StepRow[] {
  return steps.filter(({ position }) => position === null);
}

/**
 * The failed steps that ended the run, with those reported together with them: the last whose message is the run's, or, where the
 * function threw an error of its own over it, those that were reported last.
 */
function fatalSteps(steps: readonly StepRow[], message: unknown): StepRow[] {
  const failed = steps.filter((step) => step.message !== null);
  const group = failed.findLast((step) => step.message === message)?.group_id ?? steps.at(-1)?.group_id;
  return failed.filter((step) => step.group_id === group);
}
