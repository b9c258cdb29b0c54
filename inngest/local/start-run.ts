import { v7 } from "uuid";
import type { Tx } from "./database";
import type { EventPayload, FunctionRow, StoredEvent } from "./model";
import { keyOf } from "./protocol/expression";
import { parseDuration, parseMoment } from "./protocol/time";
import { addCallJobs, addJob } from "./queue";
import { addWait } from "./waits";

export type Start = {
  fn: FunctionRow;
  event: StoredEvent;
  /** The step of another run that invoked this one. */
  parent?: { runId: string; stepId: string };
};

/**
 * Starts runs within the caller's transaction: the run, its first call, what may cancel it and its time limits. A run whose
 * function has an idempotency key that was used in the last 24 hours is not started. Returns the runs' ids.
 */
export async function startRuns(tx: Tx, starts: readonly Start[], now: Date): Promise<string[]> {
  const runs = [];
  for (const start of starts) {
    const run = { ...start, id: v7(), slots: slotsOf(start) };
    if (await claimIdempotency(tx, run)) runs.push(run);
  }
  if (runs.length === 0) return [];

  for (const { id, fn, event, parent, slots } of runs) {
    const { tenantId, subject } = event.payload.data;
    await tx.query(
      `insert into durable.runs (id, function_id, event_id, tenant_id, subject, slot_keys, slot_limits, parent_run_id, parent_step_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        fn.id,
        event.id,
        asColumn(tenantId),
        asColumn(subject),
        slots.map(({ key }) => key),
        slots.map(({ limit }) => limit),
        parent?.runId ?? null,
        parent?.stepId ?? null,
      ],
    );
    await addCancellations(tx, { id, fn, event: event.payload }, now);
    const limit = parseDuration(fn.config.timeouts?.start ?? "");
    if (limit) {
      const at = new Date(now.getTime() + limit);
      await addJob(tx, "runTimeout", { run: id, limit: "start" }, { at, key: `start:${id}` });
    }
  }
  await addFirstCalls(
    tx,
    runs.map(({ id }) => id),
  );
  return runs.map(({ id }) => id);
}

/** Text that PostgreSQL can hold, or nothing: events may carry anything under these names. */
function asColumn(value: unknown): string | null {
  return typeof value === "string" && !value.includes("\0") ? value : null;
}

async function addFirstCalls(tx: Tx, runIds: string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    "insert into durable.calls (run_id) select unnest($1::uuid[]) returning id",
    [runIds],
  );
  await addCallJobs(tx, rows);
}

async function claimIdempotency(tx: Tx, { id, fn, event }: Start & { id: string }): Promise<boolean> {
  const { idempotency } = fn.config;
  if (!idempotency) return true;
  const { rowCount } = await tx.query(
    `insert into durable.idempotency as held (function_id, key, run_id, expires_at)
     values ($1, $2, $3, now() + interval '24 hours')
     on conflict (function_id, key) do update set run_id = excluded.run_id, expires_at = excluded.expires_at
       where held.expires_at <= now()`,
    [fn.id, keyOf(idempotency, { event: event.payload }), id],
  );
  return rowCount === 1;
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

/** The run's concurrency keys, sorted: slots are always taken in this order, so that two calls never wait for each other. */
function slotsOf({ fn, event }: Start): { key: string; limit: number }[] {
  const slots = (fn.config.concurrency ?? []).map(({ limit, key, scope = "fn" }, index) => {
    const value = key === undefined ? "" : keyOf(key, { event: event.payload });
    // Within a function two settings are two limits; across functions the key's value alone says what is shared.
    return { limit, key: scope === "fn" ? `fn:${fn.id}:${index}:${value}` : `${scope}:${value}` };
  });
  return slots.filter(({ limit }) => limit > 0).sort((a, b) => (a.key < b.key ? -1 : 1));
}
