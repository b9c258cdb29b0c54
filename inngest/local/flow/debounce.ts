import type { Tx } from "../database";
import type { EventPayload, FunctionRow, Start } from "../model";
import { parseDuration } from "../protocol/time";
import { addJob } from "../queue";
import { begin, lockToBegin, refuse } from "./begin";
import { flowKey } from "./keys";

/**
 * Holds an event until its series has been quiet for the function's period, or the timeout since the first is over. The last event
 * takes the place of the one before; one that is older than the last changes nothing. The caller holds the key's lock.
 */
export async function debounce(tx: Tx, { fn, event, parent }: Start): Promise<void> {
  const { period = "", timeout, key: expression } = fn.config.debounce ?? {};
  const key = flowKey("debounce", fn, expression, event);
  const before = await readHeld(tx, key);
  const isLast = !before || Number(before.event_ts) <= event.payload.ts;
  const superseded = isLast ? before && parentOf(before) : parent;
  await refuse(tx, { fn, parent: superseded }, "is debounced, and the invocation was superseded");
  if (!isLast) return;

  const { rows } = await tx.query<{ due_at: Date }>(hold, [
    key,
    fn.id,
    event.id,
    event.payload.ts,
    parseDuration(period) ?? 0,
    timeout === undefined ? null : (parseDuration(timeout) ?? 0),
    parent?.runId ?? null,
    parent?.stepId ?? null,
  ]);
  await addJob(tx, "debounce", { key }, { at: rows[0]?.due_at, key });
}

const hold = `
  insert into durable.debounces as held (key, function_id, event_id, event_ts, due_at, ends_at, parent_run_id, parent_step_id)
  values ($1, $2, $3, $4, clock_timestamp() + $5::bigint * interval '1 millisecond',
    clock_timestamp() + $6::bigint * interval '1 millisecond', $7, $8)
  on conflict (key) do update set event_id = excluded.event_id, event_ts = excluded.event_ts,
    due_at = least(excluded.due_at, held.ends_at),
    parent_run_id = excluded.parent_run_id, parent_step_id = excluded.parent_step_id
  returning due_at`;

type Held = {
  event_ts: string;
  due_at: Date;
  is_due: boolean;
  parent_run_id: string | null;
  parent_step_id: string | null;
  event_id: string;
  payload: EventPayload;
  fn: FunctionRow;
  is_archived: boolean;
};

async function readHeld(tx: Tx, key: string): Promise<Held | undefined> {
  const { rows } = await tx.query<Held>(
    `select d.*, d.due_at <= clock_timestamp() as is_due, e.payload, f.archived_at is not null as is_archived,
       json_build_object('id', f.id, 'url', f.url, 'max_attempts', f.max_attempts, 'config', f.config) as fn
     from durable.debounces d join durable.events e on e.id = d.event_id join durable.functions f on f.id = d.function_id
     where d.key = $1`,
    [key],
  );
  return rows[0];
}

/** A series may have been quiet for long enough: starts the run with its last event. A function that is gone starts none. */
export async function endDebounce(tx: Tx, key: string, now: Date): Promise<void> {
  const glimpse = await readHeld(tx, key);
  if (!glimpse) return;
  await lockToBegin(tx, { fn: glimpse.fn, event: { id: glimpse.event_id, payload: glimpse.payload } }, key);

  const held = await readHeld(tx, key);
  if (!held) return;
  if (!held.is_due) return addJob(tx, "debounce", { key }, { at: held.due_at, key });
  await tx.query("delete from durable.debounces where key = $1", [key]);
  if (held.is_archived) return;
  const event = { id: held.event_id, payload: held.payload };
  await begin(tx, { fn: held.fn, event, parent: parentOf(held) }, now);
}

function parentOf({ parent_run_id: runId, parent_step_id: stepId }: Held): Start["parent"] {
  return runId && stepId ? { runId, stepId } : undefined;
}
