import { applyOp, type Moment, retryCall, stepName } from "./apply-op";
import { type ClaimedCall, lockRun } from "./claim-call";
import type { Tx } from "./database";
import { endRun } from "./end-run";
import type { CallRow, Engine } from "./model";
import type { Answer, Op } from "./protocol/answer";
import { limits } from "./protocol/limits";
import { unreachableBackoffMs } from "./protocol/time";
import { addCallJobs } from "./queue";
import { releaseSlots } from "./slots";
import { setPlanOnly, toJson } from "./steps";

/**
 * Applies the app's answer to a call in one transaction: closes the call, changes the run, and queues what follows. An answer to a
 * call that was closed meanwhile, or that another job makes now, changes nothing: a repeat counts once.
 */
export async function applyAnswer(
  tx: Tx,
  engine: Engine,
  claimed: ClaimedCall,
  jobId: string,
  answer: Answer,
): Promise<void> {
  const run = await lockRun(tx, claimed.run.id);
  const { call } = claimed;
  const now = new Date();
  if (answer.kind === "unreachable" && run) {
    if (!(await tryAgainLater(tx, engine, call, jobId, answer.reason, now))) return;
  } else {
    if (!(await closeCall(tx, call, jobId, answer))) return;
    // A run that has ended meanwhile is not changed by a late answer.
    if (run) await change(tx, { ...claimed, run, now, scale: engine.backoffScale }, answer);
  }
  await releaseSlots(tx, run ?? claimed.run, [call.id]);

  if (run?.status === "failed") {
    engine.log.error("A run failed for good", { function: run.function_id, run: run.id });
  }
}

async function change(tx: Tx, moment: Moment, answer: Answer): Promise<void> {
  if (answer.kind === "unreachable") return;
  const { run, now } = moment;
  if (answer.version !== undefined && answer.version !== run.request_version) {
    run.request_version = answer.version;
    await tx.query("update durable.runs set request_version = $2 where id = $1", [run.id, answer.version]);
  }

  if (answer.kind === "completed") {
    return endRun(tx, run, { status: "completed", output: answer.output }, now);
  }
  if (answer.kind === "failed") {
    if (await retryCall(tx, moment, answer.retry)) return;
    return endRun(tx, run, { status: "failed", error: answer.error }, now);
  }
  if (run.steps_done + answer.ops.length > limits.stepsPerRun) {
    return overflow(tx, moment, `The run has more than ${limits.stepsPerRun} steps`);
  }
  if (answer.ops.length > 1 && !run.plan_only) await setPlanOnly(tx, run, true);
  for (const op of answer.ops) {
    if (run.status === "running") await applyOp(tx, moment, op, answer.retry);
  }
  if (run.status === "running" && Number(run.state_bytes) > limits.stateBytes) {
    await overflow(tx, moment, `The run's steps returned more than ${limits.stateBytes} bytes together`);
  }
}

function overflow(tx: Tx, { run, now }: Moment, message: string): Promise<void> {
  return endRun(tx, run, { status: "failed", error: { name: "RunTooLarge", message } }, now);
}

/** False when the call is closed already, or another job makes it now. */
async function closeCall(tx: Tx, call: CallRow, jobId: string, answer: Answer): Promise<boolean> {
  const failed = answer.kind === "steps" ? answer.ops.find(({ error }) => error !== undefined) : undefined;
  const error = answer.kind === "failed" ? answer.error : failed?.error;
  const ran = ranStep(answer);
  const { rowCount } = await tx.query(
    `update durable.calls set state = 'done', outcome = $3, error = $4, ended_at = now(), ran_step_id = $5, ran_step_name = $6
     where id = $1 and state = 'running' and job_id = $2`,
    [
      call.id,
      jobId,
      error === undefined ? answer.kind : "failed",
      error === undefined ? null : toJson(error),
      ran?.id ?? null,
      ran && stepName(ran),
    ],
  );
  return rowCount === 1;
}

/** The step that a call has run, for people who read the run's history: one that failed is tried again before it is reported. */
function ranStep(answer: Answer): Op | undefined {
  const [op, ...others] = answer.kind === "steps" ? answer.ops : [];
  return op && others.length === 0 && ["Step", "StepRun", "StepError", "StepFailed"].includes(op.op)
    ? op
    : undefined;
}

/** The app was not there and nothing ran: the same attempt again, later. */
async function tryAgainLater(
  tx: Tx,
  engine: Engine,
  call: CallRow,
  jobId: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const tries = call.unreachable + 1;
  const at = new Date(now.getTime() + unreachableBackoffMs(tries, engine.backoffScale));
  const { rowCount } = await tx.query(
    `update durable.calls set state = 'queued', job_id = null, unreachable = $3, due_at = $4, error = $5
     where id = $1 and state = 'running' and job_id = $2`,
    [call.id, jobId, tries, at, toJson({ name: "Unreachable", message: reason })],
  );
  if (rowCount === 0) return false;
  await addCallJobs(tx, [{ id: call.id, at }]);
  engine.log.warn("The app could not be reached", { run: call.run_id, attempt: tries, reason });
  return true;
}
