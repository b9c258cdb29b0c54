import type { Tx } from "./database";
import { receiveEvents } from "./events";
import { wakeSingleton } from "./flow/singleton";
import { makeWay } from "./flow/throttle";
import type { RunRow } from "./model";
import type { Failure } from "./protocol/answer";
import { addJob, removeJobs } from "./queue";
import { readEvents } from "./run-events";
import { releaseSlots } from "./slots";
import { toJson } from "./steps";

export type RunEnd =
  | { status: "completed"; output: unknown }
  | { status: "failed" | "cancelled"; error: Failure };

/**
 * Ends a run: its result, an end to all that it waits for, word to the run that invoked it, and the events that say so.
 * Calls that are being made at this moment end by themselves and change nothing. The caller holds the run's lock.
 */
export async function endRun(tx: Tx, run: RunRow, end: RunEnd, now: Date): Promise<void> {
  await tx.query(
    "update durable.runs set status = $2, output = $3, error = $4, ended_at = now() where id = $1",
    [
      run.id,
      end.status,
      end.status === "completed" ? toJson(end.output) : null,
      end.status === "completed" ? null : toJson(end.error),
    ],
  );
  run.status = end.status;

  // Locks in their order: flow keys of runs that hear of it, waits, then this run's capacity.
  await announce(tx, run, end, now);
  await dropTimers(tx, run);
  await answerInvokers(tx, run);
  await wakeSingleton(tx, run);
  await dropCalls(tx, run);
}

/** Each event of a batch may have come from another run. */
async function answerInvokers(tx: Tx, run: RunRow): Promise<void> {
  if (run.parent_run_id) await addJob(tx, "invoked", { run: run.id });
  if (!run.is_batch) return;
  const { rows } = await tx.query<{ position: number }>(
    "select position from durable.run_events where run_id = $1 and parent_run_id is not null order by position",
    [run.id],
  );
  for (const { position } of rows) await addJob(tx, "invoked", { run: run.id, position });
}

async function dropTimers(tx: Tx, run: RunRow): Promise<void> {
  const { rows: waits } = await tx.query<{ id: string }>(
    "delete from durable.waits where run_id = $1 returning id",
    [run.id],
  );
  const { rows: steps } = await tx.query<{ id: string }>(
    "select id from durable.steps where run_id = $1 and position is null and op in ('Sleep', 'InvokeFunction')",
    [run.id],
  );
  await removeJobs(tx, [
    ...waits.map(({ id }) => `wait:${id}`),
    ...steps.map(({ id }) => `step:${run.id}:${id}`),
    `start:${run.id}`,
    `finish:${run.id}`,
  ]);
}

async function dropCalls(tx: Tx, run: RunRow): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `update durable.calls set state = 'done', outcome = 'dropped', ended_at = now()
     where run_id = $1 and state in ('queued', 'waiting') returning id`,
    [run.id],
  );
  await removeJobs(
    tx,
    rows.map(({ id }) => `call:${id}`),
  );
  const ids = rows.map(({ id }) => id);
  await releaseSlots(tx, run, ids);
  await makeWay(tx, run, ids);
}

const endNames = {
  completed: [],
  failed: ["inngest/function.failed"],
  cancelled: ["inngest/function.cancelled"],
} as const;

/** Announces the end to functions that listen. Runs that handle such news announce nothing: no circle of failures. */
async function announce(tx: Tx, run: RunRow, end: RunEnd, now: Date): Promise<void> {
  const names = await heardNames(tx, ["inngest/function.finished", ...endNames[end.status]]);
  if (names.length === 0) return;

  const events = await readEvents(tx, run.id);
  const event = events[0];
  if (!event || /^inngest\/function\.(?:failed|finished|cancelled)$/.test(event.name)) return;

  const data = {
    function_id: run.function_id,
    run_id: run.id,
    event,
    events,
    ...(end.status === "completed" ? { result: end.output ?? null } : { error: end.error }),
  };
  await receiveEvents(
    tx,
    names.map((name) => ({ name, data, seed: `${run.id}:${name}:${run.retries}` })),
    now,
  );
}

async function heardNames(tx: Tx, names: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `select name from unnest($1::text[]) as name
     where exists (select from durable.triggers where event_name in (name, 'inngest/*', 'inngest/function.*'))
        or exists (select from durable.waits where event_name = name and resolved_at is null)`,
    [names],
  );
  return rows.map(({ name }) => name);
}
