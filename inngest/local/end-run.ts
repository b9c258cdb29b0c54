import type { Tx } from "./database";
import { receiveEvents } from "./events";
import type { EventPayload, RunRow } from "./model";
import type { Failure } from "./protocol/answer";
import { addJob, removeJobs } from "./queue";
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

  await dropTimers(tx, run);
  if (run.parent_run_id) await addJob(tx, "invoked", { run: run.id });
  await announce(tx, run, end, now);
  await dropCalls(tx, run);
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
  await releaseSlots(
    tx,
    run,
    rows.map(({ id }) => id),
  );
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

  const { rows } = await tx.query<{ payload: EventPayload }>(
    "select payload from durable.events where id = $1",
    [run.event_id],
  );
  const event = rows[0]?.payload;
  if (!event || /^inngest\/function\.(?:failed|finished|cancelled)$/.test(event.name)) return;

  const data = {
    function_id: run.function_id,
    run_id: run.id,
    event,
    events: [event],
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
