import { v7 } from "uuid";
import type { Tx } from "./database";
import { askForRuns } from "./flow/ask";
import type { EventPayload, FunctionRow, StoredEvent } from "./model";
import { isTrue } from "./protocol/expression";
import { insertEvents } from "./store-event";
import { resolveWaits } from "./waits";

export type NewEvent = {
  name: string;
  data?: Record<string, unknown> | undefined;
  /** The sender's own id: what the function sees, and by which a repeat is known for 24 hours. */
  id?: string | undefined;
  /** Marks a repeat without being shown, for events without an id of their own. */
  seed?: string | undefined;
  ts?: number | undefined;
  user?: unknown;
  v?: unknown;
  meta?: unknown;
};

/**
 * Takes events in: stores each once, starts the runs that it triggers, and hands it to the runs that wait for it, all in the
 * caller's transaction. Returns the events' own ids in the order given; a repeat gets the id of the first.
 */
export async function receiveEvents(tx: Tx, events: readonly NewEvent[], now: Date): Promise<string[]> {
  const { ids, fresh } = await storeEvents(tx, events, now);
  if (fresh.length === 0) return ids;

  const names = [...new Set(fresh.map(({ payload }) => payload.name))];
  await startTriggered(tx, fresh, names, now);
  await resolveWaits(tx, fresh);
  return ids;
}

async function storeEvents(tx: Tx, events: readonly NewEvent[], now: Date) {
  const stored = events.map((event) => toStored(event, now));
  const marks = stored.flatMap(({ id, mark }) => (mark === undefined ? [] : [{ id, mark }]));
  const known = await claimMarks(tx, marks);

  const seen = new Set<string>();
  const fresh: StoredEvent[] = [];
  const ids = stored.map(({ id, mark, payload }) => {
    const first = mark === undefined ? id : (known.get(mark) ?? id);
    if (first === id && !seen.has(id)) fresh.push({ id, payload });
    seen.add(first);
    return first;
  });

  await insertEvents(tx, fresh);
  return { ids, fresh };
}

/**
 * Marks ids as seen for 24 hours. Returns for each mark the event that holds it: the given one when it is the first. Sorted, so
 * that two batches with the same ids wait for each other instead of deadlocking.
 */
async function claimMarks(tx: Tx, marks: { id: string; mark: string }[]): Promise<Map<string, string>> {
  if (marks.length === 0) return new Map();
  const first = new Map<string, string>();
  for (const { id, mark } of marks) if (!first.has(mark)) first.set(mark, id);
  const sorted = [...first].sort(([a], [b]) => (a < b ? -1 : 1));

  await tx.query(
    `insert into durable.event_ids as held (id, event_id, expires_at)
     select mark, id, now() + interval '24 hours' from unnest($1::text[], $2::uuid[]) as m (mark, id)
     on conflict (id) do update set event_id = excluded.event_id, expires_at = excluded.expires_at
       where held.expires_at <= now()`,
    [sorted.map(([mark]) => mark), sorted.map(([, id]) => id)],
  );
  const { rows } = await tx.query<{ id: string; event_id: string }>(
    "select id, event_id from durable.event_ids where id = any($1)",
    [sorted.map(([mark]) => mark)],
  );
  return new Map(rows.map((row) => [row.id, row.event_id]));
}

function toStored(event: NewEvent, now: Date): StoredEvent & { mark: string | undefined } {
  const id = v7();
  const { name, user, v, meta } = event;
  const payload: EventPayload = {
    id: event.id ?? id,
    name,
    data: event.data ?? {},
    ts: event.ts ?? now.getTime(),
    ...(user !== undefined && { user }),
    ...(v !== undefined && { v }),
    ...(meta !== undefined && { meta }),
  };
  const mark = event.id !== undefined ? `id:${event.id}` : event.seed && `seed:${event.seed}`;
  return { id, payload, mark: mark || undefined };
}

type TriggerRow = FunctionRow & { event_name: string; expression: string | null };

async function startTriggered(tx: Tx, events: StoredEvent[], names: string[], now: Date): Promise<void> {
  const { rows } = await tx.query<TriggerRow>(
    `select t.event_name, t.expression, f.id, f.url, f.max_attempts, f.config
     from durable.triggers t join durable.functions f on f.id = t.function_id
     where t.event_name = any($1) and f.archived_at is null
     order by f.id, t.position`,
    [[...new Set(names.flatMap(triggerNames))]],
  );
  if (rows.length === 0) return;

  const starts = events.flatMap((event) => {
    const wanted = triggerNames(event.payload.name);
    const triggered = new Map<string, TriggerRow>();
    for (const row of rows) {
      const matches =
        wanted.includes(row.event_name) &&
        (row.expression === null || isTrue(row.expression, { event: event.payload }));
      // Two triggers of one function that both match start one run.
      if (matches && !triggered.has(row.id)) triggered.set(row.id, row);
    }
    return [...triggered.values()].map((fn) => ({ fn, event }));
  });
  await askForRuns(tx, starts, now);
}

/** What a trigger may be called to match an event: its name, or a part of it that ends in `/*` or `.*`. */
export function triggerNames(name: string): string[] {
  const prefixes = [...name.matchAll(/[/.]/g)].map(({ index }) => `${name.slice(0, index + 1)}*`);
  return [name, ...prefixes];
}
