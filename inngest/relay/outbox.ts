import type pg from "pg";

/** An event that waits in the outbox. */
export type OutboxRow = {
  id: string;
  tenant_id: string | null;
  name: string;
  subject: string;
  payload: Record<string, unknown>;
  actor: Record<string, unknown>;
  occurred_at: Date;
  attempts: number;
  isSent?: boolean;
  isRefused?: boolean;
};

export type Connection = Pick<pg.ClientBase, "query">;

const batchSize = 100;

/**
 * The oldest unsent events, in order. All unsent ones are looked at rather than those after the last sent: a number is taken before
 * its transaction commits, so a lower one may appear after a higher one was sent. Within a subject the order holds, since changes of
 * one record follow each other. What follows a refused event on its subject waits for it. A suspended company's events wait until it
 * works again.
 */
export async function nextBatch(connection: Connection): Promise<OutboxRow[]> {
  const { rows } = await connection.query<OutboxRow>(
    `select o.id, o.tenant_id, o.name, o.subject, o.payload, o.actor, o.occurred_at, o.attempts
     from outbox_events o
     where o.sent_at is null and (o.next_attempt_at is null or o.next_attempt_at <= now())
       and not exists (select from tenants t where t.id = o.tenant_id and t.status = 'SUSPENDED')
       and not exists (
         select from outbox_events held
         where held.sent_at is null and held.next_attempt_at > now() and held.sequence < o.sequence
           and held.subject = o.subject and held.tenant_id is not distinct from o.tenant_id)
     order by o.sequence
     limit $1`,
    [batchSize],
  );
  return rows;
}

/** Marks events as accepted. */
export async function markSent(connection: Connection, rows: OutboxRow[]): Promise<void> {
  await connection.query(
    `update outbox_events set sent_at = now(), attempts = attempts + 1, next_attempt_at = null, last_error = null
     where id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  for (const row of rows) row.isSent = true;
}

/** Notes that an event was refused and when it is tried again. */
export async function markRefused(
  connection: Connection,
  row: OutboxRow,
  reason: string,
  retryInMs: number,
): Promise<void> {
  await connection.query(
    `update outbox_events set attempts = attempts + 1, last_error = $2,
       next_attempt_at = now() + make_interval(secs => $3::float8 / 1000)
     where id = $1`,
    [row.id, reason.slice(0, 1_000), retryInMs],
  );
  row.isRefused = true;
}

export type OutboxGauge = {
  /** Events not yet handed over. */
  depth: number;
  /** Age of the oldest of them, in seconds; 0 when there is none. */
  oldestSeconds: number;
  /** Events that were refused at least once and still wait. */
  refused: number;
};

/** Depth and age of the outbox, for metrics and alarms, without what waits for a suspended company. Needs the platform role. */
export async function outboxGauge(pool: Connection): Promise<OutboxGauge> {
  const { rows } = await pool.query<{ depth: number; oldest: number; refused: number }>(
    `select count(*)::int as depth, count(*) filter (where attempts > 0)::int as refused,
       coalesce(extract(epoch from now() - min(occurred_at)), 0)::float8 as oldest
     from outbox_events o
     where sent_at is null and not exists (select from tenants t where t.id = o.tenant_id and t.status = 'SUSPENDED')`,
  );
  const { depth = 0, oldest = 0, refused = 0 } = rows[0] ?? {};
  return { depth, oldestSeconds: Math.max(0, oldest), refused };
}
