import "server-only";
import type { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import { maskPayload } from "@/lib/durable/mask";
import { type Attempts, type CallRecord, historyOf } from "@/lib/durable/rules/history";
import type { AttemptView, RunDetails, StepView } from "@/lib/durable/schema";

type StepRow = {
  id: string;
  name: string;
  op: string;
  options: Record<string, unknown> | null;
  isDone: boolean;
  output: unknown;
  error: unknown;
  createdAt: Date;
  endedAt: Date | null;
  dueAt: Date | null;
  awaitedEvent: string | null;
  invokedRunId: string | null;
};
type Step = z.output<typeof StepView>;
type Attempt = z.output<typeof AttemptView>;
type Payload = Step["input"];

/** Steps of a run in the order in which they began, each with its attempts, and the function's own failed attempts. */
export async function readSteps(
  { query }: QueryContext,
  runId: string,
): Promise<Pick<z.output<typeof RunDetails>, "steps" | "attempts">> {
  const steps = await query<StepRow>(sql`
    select s.id, s.name, s.op, s.options, s.position is not null as "isDone", s.output, s.error, s.created_at as "createdAt",
      s.ended_at as "endedAt", s.due_at as "dueAt",
      case when s.op = 'WaitForEvent' then coalesce(
        (select w.event_name from durable.waits w where w.run_id = s.run_id and w.step_id = s.id limit 1),
        s.output->>'name', s.options->>'event') end as "awaitedEvent",
      (select i.id from durable.runs i where i.parent_run_id = s.run_id and i.parent_step_id = s.id limit 1) as "invokedRunId"
    from durable.steps s where s.run_id = ${runId}::uuid order by s.created_at, s.group_id, s.id limit ${most}`);
  const calls = await query<CallRecord>(sql`
    select id, step_id as "stepId", ran_step_id as "ranStepId", ran_step_name as "ranStepName", attempt, state, outcome, error,
      due_at as "dueAt", started_at as "startedAt", ended_at as "endedAt"
    from durable.calls where run_id = ${runId}::uuid order by id limit ${most * 2}`);

  const history = historyOf(steps, calls);
  const failures = history.others.filter(({ outcome }) => outcome === "failed");
  return { steps: history.steps.map(toStep), attempts: failures.map(toAttempt) };
}

/** A run of more steps than anybody reads is shown by its first ones. */
const most = 1_000;

function toStep({ id, name, step, calls }: Attempts<StepRow>): Step {
  const attempts = calls.map(toAttempt);
  const began = attempts.find(({ startedAt }) => startedAt !== null)?.startedAt;
  const base = { id, name: name.slice(0, 300), attempts };
  if (step === undefined) {
    const startedAt = began ?? calls[0]?.dueAt ?? new Date(0);
    const isOver = attempts.every(({ state }) => state === "failed" || state === "dropped");
    const state = isOver ? "failed" : "open";
    const endedAt = isOver ? (attempts.at(-1)?.endedAt ?? null) : null;
    return { ...base, ...nothing, kind: "run", state, startedAt, endedAt, error: null };
  }

  const { op, options, output, error, createdAt, endedAt, dueAt, awaitedEvent, invokedRunId, isDone } = step;
  return {
    ...base,
    ...nothing,
    kind: kinds[op] ?? "run",
    state: !isDone ? "open" : error === null ? "done" : "failed",
    startedAt: began ?? createdAt,
    endedAt,
    dueAt,
    awaitedEvent,
    invokedRunId,
    input: shown(inputOf(op, options)),
    output: shown(output),
    error: shown(error),
  };
}

const nothing = { dueAt: null, awaitedEvent: null, invokedRunId: null, input: null, output: null };
const kinds: Readonly<Record<string, Step["kind"]>> = {
  Sleep: "sleep",
  WaitForEvent: "wait",
  InvokeFunction: "invoke",
};

/** What the step was given. Of its options people want those that their functions have set. */
function inputOf(op: string, options: Record<string, unknown> | null): unknown {
  if (options === null) return null;
  if (op === "InvokeFunction") return (options.payload as { data?: unknown } | undefined)?.data ?? null;
  if (op === "WaitForEvent") return { if: options.if ?? null, timeout: options.timeout ?? null };
  return options.input ?? null;
}

function toAttempt({ attempt, state, outcome, error, dueAt, startedAt, endedAt }: CallRecord): Attempt {
  const ended = outcome === "failed" || outcome === "dropped" ? outcome : "done";
  return {
    number: attempt + 1,
    state: state === "done" ? ended : state,
    dueAt,
    startedAt,
    endedAt,
    error: shown(error),
  };
}

/** As staff may see it. */
export function shown(value: unknown): Payload {
  return (value === undefined ? null : maskPayload(value)) as Payload;
}
