import type { ClaimedCall } from "./claim-call";
import type { Tx } from "./database";
import { endRun } from "./end-run";
import { invoke } from "./invoke";
import { type Op, type Retry, toFailure } from "./protocol/answer";
import { parseExpression } from "./protocol/expression";
import { ExpressionError } from "./protocol/expression-parser";
import { backoffMs, boundedRetry, parseMoment } from "./protocol/time";
import { addJob } from "./queue";
import { addCall, addStep, finishStep } from "./steps";
import { addWait } from "./waits";

/** A call whose answer is being applied, under its run's lock. */
export type Moment = ClaimedCall & { now: Date; scale: number };

/** Applies one step that an answer reported. A step that this server does not know fails the run, by name. */
export async function applyOp(tx: Tx, moment: Moment, op: Op, retry: Retry): Promise<void> {
  const { run, now } = moment;
  switch (op.op) {
    case "StepRun":
    case "Step":
      await report(tx, moment, op);
      await finishStep(tx, run, op.id, { data: op.data });
      return;
    case "StepError":
      if (await retryCall(tx, moment, retry)) return;
      return stepFailed(tx, moment, op);
    case "StepFailed":
      return stepFailed(tx, moment, op);
    case "StepPlanned":
      if (await report(tx, moment, op)) await addCall(tx, run, { stepId: op.id, attempt: 0 });
      return;
    case "Sleep":
      return sleep(tx, moment, op);
    case "WaitForEvent":
      return waitForEvent(tx, moment, op);
    case "InvokeFunction":
      if (await report(tx, moment, op)) await invoke(tx, moment, op);
      return;
    case "RunComplete":
      return endRun(tx, run, { status: "completed", output: op.data }, now);
    default:
      return refuse(tx, moment, `${op.op} is not supported by the local durable-work server`);
  }
}

/** Queues the call's next attempt; false when there is none left, or none wanted. */
export async function retryCall(
  tx: Tx,
  { run, call, fn, now, scale }: Moment,
  retry: Retry,
): Promise<boolean> {
  const attempt = call.attempt + 1;
  if (!retry.allowed || attempt >= fn.max_attempts) return false;
  const at = retry.at ? boundedRetry(retry.at, now) : new Date(now.getTime() + backoffMs(attempt, scale));
  await addCall(tx, run, { stepId: call.step_id, attempt, at });
  return true;
}

async function stepFailed(tx: Tx, moment: Moment, op: Op): Promise<void> {
  await report(tx, moment, op);
  await finishStep(tx, moment.run, op.id, { error: toFailure(op.error) });
}

async function sleep(tx: Tx, moment: Moment, op: Op): Promise<void> {
  const { run, now } = moment;
  const text = asText(op.opts?.duration) ?? op.name ?? "";
  const at = parseMoment(text, now);
  if (!at) return refuse(tx, moment, `"${text}" is no time to sleep`);
  if (await report(tx, moment, op, at)) {
    await addJob(tx, "wake", { run: run.id, step: op.id }, { at, key: `step:${run.id}:${op.id}` });
  }
}

async function waitForEvent(tx: Tx, moment: Moment, op: Op): Promise<void> {
  const { run, event, now } = moment;
  const expression = asText(op.opts?.if);
  const expiresAt = parseMoment(asText(op.opts?.timeout) ?? "52w", now);
  const eventName = asText(op.opts?.event) ?? op.name;
  const problem = expression === undefined ? undefined : expressionProblem(expression);
  if (problem) return refuse(tx, moment, problem);
  if (!expiresAt || !eventName) return refuse(tx, moment, "the wait names no event or no time");
  if (await report(tx, moment, op, expiresAt)) {
    await addWait(tx, { runId: run.id, stepId: op.id, eventName, expression, expiresAt, runEvent: event });
  }
}

function expressionProblem(text: string): string | undefined {
  try {
    parseExpression(text);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}

function report(tx: Tx, { run, call }: Moment, op: Op, dueAt?: Date): Promise<boolean> {
  return addStep(tx, run, {
    id: op.id,
    op: op.op,
    name: stepName(op),
    options: op.opts,
    groupId: call.id,
    isRace: op.opts?.parallelMode === "race",
    dueAt,
  });
}

/** What the function calls a step, as PostgreSQL can hold it. */
export function stepName(op: Op): string {
  return (op.displayName ?? op.name ?? op.id).replaceAll("\0", "");
}

async function refuse(tx: Tx, { run, now }: Moment, message: string): Promise<void> {
  await endRun(tx, run, { status: "failed", error: { name: "NotSupported", message } }, now);
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
