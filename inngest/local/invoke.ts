import { type ClaimedCall, lockRun } from "./claim-call";
import type { Tx } from "./database";
import { askForRuns } from "./flow/ask";
import type { EventPayload, FunctionRow, RunStatus, StoredEvent } from "./model";
import type { Op } from "./protocol/answer";
import { parseMoment } from "./protocol/time";
import { addJob, removeJobs } from "./queue";
import { finishStep } from "./steps";
import { storeOwnEvent } from "./store-event";

type Invoker = ClaimedCall & { now: Date };

/** Starts a run of another function for a step of this one. The step gets the run's result when it ends. */
export async function invoke(tx: Tx, { run, now }: Invoker, op: Op): Promise<void> {
  const functionId = String(op.opts?.function_id ?? "");
  const { rows } = await tx.query<FunctionRow>(
    "select id, url, max_attempts, config from durable.functions where id = $1 and archived_at is null",
    [functionId],
  );
  const fn = rows[0];
  if (!fn) {
    const error = { name: "Error", message: `There is no function "${functionId}" to invoke` };
    await finishStep(tx, run, op.id, { error });
    return;
  }

  const event = await addInvokeEvent(tx, op, now);
  await askForRuns(tx, [{ fn, event, parent: { runId: run.id, stepId: op.id } }], now);
  const timeout = op.opts?.timeout;
  const at = typeof timeout === "string" ? parseMoment(timeout, now) : undefined;
  if (at) {
    const key = `step:${run.id}:${op.id}`;
    await addJob(tx, "invokeTimeout", { run: run.id, step: op.id }, { at, key });
  }
}

function addInvokeEvent(tx: Tx, op: Op, now: Date): Promise<StoredEvent> {
  const { data, v, meta } = (op.opts?.payload ?? {}) as Partial<EventPayload>;
  return storeOwnEvent(tx, {
    name: "inngest/function.invoked",
    data: data ?? {},
    ts: now.getTime(),
    ...(v !== undefined && { v }),
    ...(meta !== undefined && { meta }),
  });
}

type Ended = {
  status: RunStatus;
  function_id: string;
  output: unknown;
  error: unknown;
  parent_run_id: string;
  parent_step_id: string;
};

/** Hands the result of an ended run to the step that invoked it; of a batch, to the step that sent the event at `position`. */
export async function finishInvoke(tx: Tx, runId: string, position?: number): Promise<void> {
  const { rows } = await tx.query<Ended>(
    `select r.status, r.function_id, r.output, r.error, coalesce(e.parent_run_id, r.parent_run_id) as parent_run_id,
       coalesce(e.parent_step_id, r.parent_step_id) as parent_step_id
     from durable.runs r left join durable.run_events e on e.run_id = r.id and e.position = $2
     where r.id = $1 and r.ended_at is not null and coalesce(e.parent_run_id, r.parent_run_id) is not null`,
    [runId, position ?? null],
  );
  const ended = rows[0];
  const parent = ended && (await lockRun(tx, ended.parent_run_id));
  if (!ended || !parent) return;

  const result = ended.status === "completed" ? { data: ended.output } : { error: ended.error };
  const isFirst = await finishStep(tx, parent, ended.parent_step_id, result);
  if (isFirst) await removeJobs(tx, [`step:${parent.id}:${ended.parent_step_id}`]);
}

/** The caller waits no longer. The invoked run goes on by itself. */
export async function timeOutInvoke(tx: Tx, runId: string, stepId: string): Promise<void> {
  const run = await lockRun(tx, runId);
  if (!run) return;
  const message = "Timed out waiting for the invoked function to end";
  await finishStep(tx, run, stepId, { error: { name: "InvokeTimeout", message } });
}

/** The invoked function runs too often or runs already: the step that invoked it fails. */
export async function refuseInvoke(tx: Tx, runId: string, stepId: string, message: string): Promise<void> {
  const run = await lockRun(tx, runId);
  if (!run) return;
  const isFirst = await finishStep(tx, run, stepId, { error: { name: "Error", message } });
  if (isFirst) await removeJobs(tx, [`step:${run.id}:${stepId}`]);
}
