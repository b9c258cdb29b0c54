import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeWorkerUtils } from "graphile-worker";
import pg from "pg";

/** Schemas of the local durable-work server: its state, and the queue's own tables. */
export const queueSchema = "durable_queue";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the schemas `durable` and `durable_queue` up to date and grants them to the role `panel1_durable`, which is created
 * without login when it is missing. Run as the owner of the database; safe to repeat, also from two processes at once.
 * Throws when a migration that was applied has been edited since.
 */
export async function migrateDurable(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7201, 2)");
    await applyMigrations(client);
    await migrateQueue(ownerUrl);
    await client.query(grants);
  } finally {
    // Ends the session and with it the lock.
    await client.end();
  }
}

async function applyMigrations(client: pg.Client): Promise<void> {
  await client.query(`
    create schema if not exists durable;
    create table if not exists durable.migrations (
      name text primary key,
      fingerprint text not null,
      applied_at timestamptz not null default now()
    )`);
  const { rows } = await client.query<{ name: string; fingerprint: string }>(
    "select name, fingerprint from durable.migrations",
  );
  const applied = new Map(rows.map((row) => [row.name, row.fingerprint]));

  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".sql")) continue;
    const text = readFileSync(`${folder}/${name}`, "utf8");
    const fingerprint = createHash("sha256").update(text).digest("hex");
    if (applied.has(name)) {
      if (applied.get(name) !== fingerprint)
        throw new Error(`Migration ${name} was edited after it was applied`);
      continue;
    }
    await client.query("begin");
    try {
      await client.query(text);
      await client.query("insert into durable.migrations (name, fingerprint) values ($1, $2)", [
        name,
        fingerprint,
      ]);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  }
}

async function migrateQueue(connectionString: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString, schema: queueSchema });
  try {
    await utils.migrate();
  } finally {
    await utils.release();
  }
}

/** The queue's tables have row-level security without policies: the role needs one on each. */
const grants = `
  do $$
  declare target record;
  begin
    if not exists (select from pg_roles where rolname = 'panel1_durable') then
      begin
        create role panel1_durable nologin;
      exception when duplicate_object or unique_violation then
        null; -- another database of this server created it at the same moment
      end;
    end if;
    grant usage on schema durable, durable_queue to panel1_durable;
    grant select, insert, update, delete on all tables in schema durable, durable_queue to panel1_durable;
    grant usage, select on all sequences in schema durable, durable_queue to panel1_durable;
    revoke execute on all functions in schema durable_queue from public;
    grant execute on all functions in schema durable_queue to panel1_durable;
    revoke insert, update, delete on durable.migrations, durable_queue.migrations from panel1_durable;

    for target in
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'durable_queue' and c.relkind = 'r' and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'durable')
    loop
      execute format('create policy durable on durable_queue.%I to panel1_durable using (true) with check (true)', target.relname);
    end loop;
  end $$`;
