import { lockRun } from "./claim-call";
import type { Tx } from "./database";
import type { EventPayload } from "./model";
import { finishStep } from "./steps";

/** A sleep is over: its step is done with null. */
export async function wake(tx: Tx, runId: string, stepId: string): Promise<void> {
  const run = await lockRun(tx, runId);
  if (run) await finishStep(tx, run, stepId, { data: null });
}

type Wait = { run_id: string; step_id: string; event_id: string | null; resolved_at: Date | null };

/** Ends a wait: its step gets the event that came, or null when none came in time. */
export async function resume(tx: Tx, waitId: string): Promise<void> {
  const { rows: found } = await tx.query<{ run_id: string }>(
    "select run_id from durable.waits where id = $1",
    [waitId],
  );
  const run = found[0] && (await lockRun(tx, found[0].run_id));
  if (!run) return;

  // An event may come at the very moment that the time is over: whoever marks the wait first decides.
  const { rows } = await tx.query<Wait>(
    "select run_id, step_id, event_id, resolved_at from durable.waits where id = $1 for update",
    [waitId],
  );
  const wait = rows[0];
  if (!wait) return;
  const data = wait.event_id === null ? null : await readEvent(tx, wait.event_id);
  await tx.query("delete from durable.waits where id = $1", [waitId]);
  await finishStep(tx, run, wait.step_id, { data });
}

async function readEvent(tx: Tx, id: string): Promise<EventPayload | null> {
  const { rows } = await tx.query<{ payload: EventPayload }>(
    "select payload from durable.events where id = $1",
    [id],
  );
  return rows[0]?.payload ?? null;
}
