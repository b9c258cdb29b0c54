import { v7 } from "uuid";
import type { Tx } from "./database";
import { flowKey } from "./flow/keys";
import { priorityOf } from "./flow/priority";
import { singletonKey } from "./flow/singleton";
import { slotsOf } from "./flow/slot-keys";
import type { EventPayload, FunctionRow, Start } from "./model";
import { parseDuration, parseMoment } from "./protocol/time";
import { addCallJobs, addJob } from "./queue";
import { addWait } from "./waits";

/**
 * Starts runs within the caller's transaction: the run, its first call, what may cancel it and its time limits. Whether they may
 * start was asked before (`flow/ask.ts`).
 */
export async function startRuns(tx: Tx, starts: readonly Start[], now: Date): Promise<void> {
  if (starts.length === 0) return;
  const runs = starts.map((start) => ({ ...start, id: v7() }));
  for (const run of runs) {
    await insertRun(tx, run, now);
    if (run.batchId !== undefined) await takeBatch(tx, run.id, run.batchId);
    await addCancellations(tx, { id: run.id, fn: run.fn, event: run.event.payload }, now);
    const limit = parseDuration(run.fn.config.timeouts?.start ?? "");
    if (limit) {
      const at = new Date(now.getTime() + limit);
      await addJob(tx, "runTimeout", { run: run.id, limit: "start" }, { at, key: `start:${run.id}` });
    }
  }
  await addFirstCalls(
    tx,
    runs.map(({ id }) => id),
  );
}

type NewRun = Start & { id: string };

async function insertRun(tx: Tx, run: NewRun, now: Date): Promise<void> {
  const { id, fn, event, parent, batchId } = run;
  const { throttle } = fn.config;
  const { tenantId, subject } = event.payload.data;
  const slots = slotsOf(fn, event.payload);
  // An event with a time ahead starts its run then; a batch starts when it is full.
  const startsLater = event.payload.ts > now.getTime() && batchId === undefined;
  await tx.query(insertText, [
    id,
    fn.id,
    event.id,
    asColumn(tenantId),
    asColumn(subject),
    slots.map(({ key }) => key),
    slots.map(({ limit }) => limit),
    parent?.runId ?? null,
    parent?.stepId ?? null,
    startsLater ? 0 : priorityOf(fn, event),
    startsLater ? new Date(event.payload.ts) : null,
    throttle ? flowKey("throttle", fn, throttle.key, event) : null,
    singletonKey(fn, event) ?? null,
    batchId !== undefined,
  ]);
}

const insertText = `
  insert into durable.runs (id, function_id, event_id, tenant_id, subject, slot_keys, slot_limits, parent_run_id, parent_step_id,
    priority, place, throttle_key, singleton_key, is_batch)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::int, coalesce($11, now() - $10::int * interval '1 second'), $12, $13, $14)`;

async function takeBatch(tx: Tx, runId: string, batchId: string): Promise<void> {
  await tx.query(
    `insert into durable.run_events (run_id, position, event_id, parent_run_id, parent_step_id)
     select $1, position, event_id, parent_run_id, parent_step_id from durable.batch_events where batch_id = $2`,
    [runId, batchId],
  );
}

/** Text that PostgreSQL can hold, or nothing: events may carry anything under these names. */
function asColumn(value: unknown): string | null {
  return typeof value === "string" && !value.includes("\0") ? value : null;
}

/** A run with a priority goes before jobs that were queued after its place, or starts as much later. */
async function addFirstCalls(tx: Tx, runIds: string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string; at: Date | null }>(
    `with call as (
       insert into durable.calls (run_id, due_at)
       select id, greatest(place, now()) from durable.runs where id = any($1) order by place, id
       returning id, run_id
     )
     select call.id, case when r.priority <> 0 or r.place > now() then r.place end as at
     from call join durable.runs r on r.id = call.run_id order by call.id`,
    [runIds],
  );
  await addCallJobs(
    tx,
    rows.map(({ id, at }) => ({ id, at: at ?? undefined })),
  );
}

/** Has a run wait for the events that cancel it. */
export async function addCancellations(
  tx: Tx,
  { id, fn, event }: { id: string; fn: FunctionRow; event: EventPayload },
  now: Date,
): Promise<void> {
  for (const { event: eventName, if: expression, timeout } of fn.config.cancel ?? []) {
    await addWait(tx, {
      runId: id,
      stepId: null,
      eventName,
      expression,
      expiresAt: timeout === undefined ? undefined : parseMoment(timeout, now),
      runEvent: event,
    });
  }
}
