import pg from "pg";

/** What a running application of the release before does while a migration runs. */
const everyday = [
  "select id, name from clients where tenant_id = $1 order by created_at desc limit 50",
  "update clients set updated_at = now() where tenant_id = $1 and number = 1",
  `insert into outbox_events (id, tenant_id, name, subject, payload, actor, occurred_at)
   values (gen_random_uuid(), $1, 'test/probe', 'probe', '{}', '{}', now())`,
];

/** A statement that waits longer than this for a lock fails: that is as long as people may be kept waiting. */
const longestLock = "1s";

/** A company with many rows, so that a statement that rewrites or scans a table takes its time. */
export async function seedRows(owner: pg.Pool, tenantId: string, rows: number): Promise<void> {
  await owner.query(
    `insert into clients (id, tenant_id, number, kind, name, email, country, currency, created_at, updated_at)
     select gen_random_uuid(), $1, n, 'PERSON', 'Client ' || n, 'client' || n || '@example.com', 'DE', 'EUR', now(), now()
     from generate_series(1, $2::int) n`,
    [tenantId, Math.ceil(rows / 10)],
  );
  await owner.query(
    `insert into outbox_events (id, tenant_id, name, subject, payload, actor, occurred_at, sent_at)
     select gen_random_uuid(), $1, 'test/seeded', n::text, '{}', '{}', now(), now() from generate_series(1, $2::int) n`,
    [tenantId, rows],
  );
}

/**
 * Applies a migration while the application of the release before goes on working, as its own role. Returns what failed
 * there, each message once.
 */
export async function upgradeUnderLoad(
  owner: pg.Pool,
  appUrl: string,
  tenantId: string,
  script: string,
): Promise<string[]> {
  const app = new pg.Client({ connectionString: appUrl });
  await app.connect();
  await app.query("select set_config('app.tenant_id', $1, false), set_config('lock_timeout', $2, false)", [
    tenantId,
    longestLock,
  ]);

  const failures = new Set<string>();
  let isOver = false;
  const work = (async () => {
    // The last round begins after the upgrade: the application goes on for a while on the new schema.
    for (let isLast = false; ; isLast = isOver) {
      for (const statement of everyday) {
        await app.query(statement, [tenantId]).catch((error: Error) => failures.add(error.message));
      }
      if (isLast) return;
    }
  })();

  try {
    await owner.query(script);
  } finally {
    isOver = true;
    await work;
    await app.end();
  }
  return [...failures];
}
