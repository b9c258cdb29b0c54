import { createHash } from "node:crypto";
import type { Tx } from "./database";
import type { EventPayload, StoredEvent } from "./model";
import { isTrue, parseExpression, requiredEquality, valueAt } from "./protocol/expression";
import { addJob } from "./queue";

export type NewWait = {
  runId: string;
  /** The step that gets the event; null when the event cancels the run. */
  stepId: string | null;
  eventName: string;
  expression: string | undefined;
  expiresAt: Date | undefined;
  /** The event that started the run: `event` in the expression. */
  runEvent: EventPayload;
};

/** Has a run wait for an event. A step's wait with an end queues that end. */
export async function addWait(tx: Tx, wait: NewWait): Promise<void> {
  const equality = wait.expression ? requiredEquality(parseExpression(wait.expression)) : undefined;
  const { rows } = await tx.query<{ id: string }>(
    `insert into durable.waits (run_id, step_id, event_name, expression, match_path, match_value, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [
      wait.runId,
      wait.stepId,
      wait.eventName,
      wait.expression ?? null,
      equality ? JSON.stringify(equality.async) : null,
      equality ? matchValue(valueAt(wait.runEvent, equality.event)) : null,
      wait.expiresAt ?? null,
    ],
  );
  const id = rows[0]?.id;
  if (id && wait.stepId !== null && wait.expiresAt) {
    await addJob(tx, "resume", { wait: id }, { at: wait.expiresAt, key: `wait:${id}` });
  }
}

type Candidate = {
  id: string;
  run_id: string;
  step_id: string | null;
  expression: string | null;
  run_event_id: string;
  run_event: EventPayload;
};

/**
 * Marks the waits that the events end, and queues what follows. It locks no run: the task that resumes does, so that an intake
 * never waits for a run that is busy.
 */
export async function resolveWaits(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  const { rows: kinds } = await tx.query<{ event_name: string; match_path: string | null }>(
    "select distinct event_name, match_path from durable.waits where resolved_at is null and event_name = any($1)",
    [[...new Set(events.map(({ payload }) => payload.name))]],
  );
  if (kinds.length === 0) return;

  const order = new Map(events.map(({ id }, index) => [id, index]));
  for (const [index, { id, payload }] of events.entries()) {
    const paths = kinds.flatMap(({ event_name, match_path }) =>
      event_name === payload.name && match_path !== null ? [match_path] : [],
    );
    for (const wait of await candidates(tx, payload, paths)) {
      // No event cancels a run that it started itself, or that one after it has started.
      if ((order.get(wait.run_event_id) ?? -1) >= index) continue;
      if (wait.expression && !isTrue(wait.expression, { event: wait.run_event, async: payload })) continue;
      await tx.query("update durable.waits set resolved_at = now(), event_id = $2 where id = $1", [
        wait.id,
        id,
      ]);
      if (wait.step_id === null) {
        await addJob(tx, "cancel", { run: wait.run_id, reason: `Cancelled by event ${payload.name}` });
      } else {
        await addJob(tx, "resume", { wait: wait.id }, { key: `wait:${wait.id}` });
      }
    }
  }
}

async function candidates(tx: Tx, payload: EventPayload, paths: string[]): Promise<Candidate[]> {
  const values = paths.map((path) => matchValue(valueAt(payload, JSON.parse(path) as (string | number)[])));
  const { rows } = await tx.query<Candidate>(
    `select w.id, w.run_id, w.step_id, w.expression, e.id as run_event_id, e.payload as run_event
     from durable.waits w join durable.runs r on r.id = w.run_id join durable.events e on e.id = r.event_id
     where w.resolved_at is null and w.event_name = $1 and (w.expires_at is null or w.expires_at > now())
       and (w.match_path is null or (w.match_path, w.match_value) in (select * from unnest($2::text[], $3::text[])))
     order by w.id
     for update of w`,
    [payload.name, paths, values],
  );
  return rows;
}

/** A value in the short form by which waits are found; the expression itself decides afterwards. */
function matchValue(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("base64");
}
