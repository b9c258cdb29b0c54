import { v7 } from "uuid";
import type { Tx } from "../database";
import type { EventPayload, FunctionRow, Start } from "../model";
import { parseDuration } from "../protocol/time";
import { addJob, removeJobs } from "../queue";
import { startRuns } from "../start-run";
import { flowKey, lockKeys } from "./keys";

/** A batch starts, though it is not full, when its events are larger than this together. */
const mostBytes = 10 * 1_048_576;

type Batch = { id: string; key: string; function_id: string; size: number; bytes: string; due_at: Date };

/** Adds an event to its function's open batch, and starts the batch when it is full. The caller holds the key's lock. */
export async function addToBatch(tx: Tx, start: Start, now: Date): Promise<void> {
  const { fn, event, parent } = start;
  const { key: expression, maxSize = 2, timeout = "" } = fn.config.batchEvents ?? {};
  const batch = await grow(tx, {
    key: flowKey("batch", fn, expression, event),
    functionId: fn.id,
    bytes: Buffer.byteLength(JSON.stringify(event.payload)),
    timeoutMs: parseDuration(timeout) ?? 0,
  });
  await tx.query(
    `insert into durable.batch_events (batch_id, position, event_id, parent_run_id, parent_step_id)
     values ($1, $2, $3, $4, $5)`,
    [batch.id, batch.size, event.id, parent?.runId ?? null, parent?.stepId ?? null],
  );

  if (batch.size >= maxSize || Number(batch.bytes) >= mostBytes) {
    await startBatch(tx, batch, fn, now);
    await removeJobs(tx, [jobKey(batch.id)]);
  } else if (batch.size === 1) {
    await addJob(tx, "batch", { batch: batch.id }, { at: batch.due_at, key: jobKey(batch.id) });
  }
}

type Growth = { key: string; functionId: string; bytes: number; timeoutMs: number };

async function grow(tx: Tx, { key, functionId, bytes, timeoutMs }: Growth): Promise<Batch> {
  const { rows } = await tx.query<Batch>(
    `insert into durable.batches as open (id, key, function_id, size, bytes, due_at)
     values ($1, $2, $3, 1, $4, clock_timestamp() + $5::bigint * interval '1 millisecond')
     on conflict (key) do update set size = open.size + 1, bytes = open.bytes + excluded.bytes
     returning *`,
    [v7(), key, functionId, bytes, timeoutMs],
  );
  return rows[0] as Batch;
}

/** A batch's time is over: starts it with the events that it has. One that was full has started before. */
export async function endBatch(tx: Tx, batchId: string, now: Date): Promise<void> {
  const glimpse = await readBatch(tx, batchId);
  if (!glimpse) return;
  await lockKeys(tx, "asking", [glimpse.key]);
  const batch = await readBatch(tx, batchId);
  if (!batch) return;

  const { rows } = await tx.query<FunctionRow>(
    "select id, url, max_attempts, config from durable.functions where id = $1 and archived_at is null",
    [batch.function_id],
  );
  const fn = rows[0];
  if (fn) await startBatch(tx, batch, fn, now);
  else await tx.query("delete from durable.batches where id = $1", [batch.id]);
}

async function readBatch(tx: Tx, id: string): Promise<Batch | undefined> {
  return (await tx.query<Batch>("select * from durable.batches where id = $1", [id])).rows[0];
}

async function startBatch(tx: Tx, batch: Batch, fn: FunctionRow, now: Date): Promise<void> {
  const { rows } = await tx.query<{ id: string; payload: EventPayload }>(
    `select e.id, e.payload from durable.batch_events b join durable.events e on e.id = b.event_id
     where b.batch_id = $1 and b.position = 1`,
    [batch.id],
  );
  const event = rows[0];
  if (event) await startRuns(tx, [{ fn, event, batchId: batch.id }], now);
  await tx.query("delete from durable.batches where id = $1", [batch.id]);
}

function jobKey(id: string): string {
  return `batch:${id}`;
}
