import { createHash } from "node:crypto";
import { addTick, tickKey } from "./cron";
import type { Tx } from "./database";
import type { FunctionRow } from "./model";
import { type FunctionConfig, nextCronTime, type Registration } from "./protocol/function-config";
import { canonicalJson } from "./protocol/signature";
import { removeJobs } from "./queue";

const defaultRetries = 3;

/**
 * Takes over an app's functions: new and changed ones hold from now on, those that are gone start no more runs. Runs under way go
 * on with the function as it is now. Returns whether anything changed.
 */
export async function register(tx: Tx, app: Registration): Promise<boolean> {
  await tx.query("select pg_advisory_xact_lock(7204, hashtext($1))", [app.appName]);
  const fingerprint = createHash("sha256")
    .update(canonicalJson({ url: app.url, functions: app.functions }))
    .digest("hex");
  const { rows } = await tx.query<{ fingerprint: string }>(
    "select fingerprint from durable.apps where id = $1",
    [app.appName],
  );
  const isModified = rows[0]?.fingerprint !== fingerprint;

  await tx.query(
    `insert into durable.apps (id, url, sdk, framework, fingerprint) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set url = $2, sdk = $3, framework = $4, fingerprint = $5, registered_at = now()`,
    [app.appName, app.url, app.sdk, app.framework ?? null, fingerprint],
  );
  if (!isModified) return false;

  for (const fn of app.functions) await saveFunction(tx, app.appName, fn);
  await archiveOthers(
    tx,
    app.appName,
    app.functions.map(({ id }) => id),
  );
  return true;
}

async function saveFunction(tx: Tx, appId: string, fn: FunctionConfig): Promise<void> {
  const { runtime, retries } = fn.steps.step;
  await tx.query(
    `insert into durable.functions (id, app_id, name, url, max_attempts, config) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update
     set app_id = $2, name = $3, url = $4, max_attempts = $5, config = $6, archived_at = null`,
    [
      fn.id,
      appId,
      fn.name ?? fn.id,
      runtime.url,
      (retries?.attempts ?? defaultRetries) + 1,
      JSON.stringify(fn),
    ],
  );

  const events = fn.triggers.filter(({ event }) => event !== undefined);
  await tx.query("delete from durable.triggers where function_id = $1", [fn.id]);
  await tx.query(
    `insert into durable.triggers (function_id, position, event_name, expression)
     select $1, ordinality, name, expression
     from unnest($2::text[], $3::text[]) with ordinality as t (name, expression, ordinality)`,
    [fn.id, events.map(({ event }) => event), events.map(({ expression }) => expression ?? null)],
  );
  const crons = fn.triggers.flatMap(({ cron }) => (cron === undefined ? [] : [cron]));
  await saveSchedules(tx, { id: fn.id, config: fn }, [...new Set(crons)]);
}

type Scheduled = Pick<FunctionRow, "id" | "config">;

/** A schedule that is still there keeps its next time: a deploy at that very moment does not skip it. */
async function saveSchedules(tx: Tx, fn: Scheduled, crons: string[]): Promise<void> {
  const { id: functionId } = fn;
  const { rows: gone } = await tx.query<{ cron: string }>(
    "delete from durable.schedules where function_id = $1 and cron <> all($2) returning cron",
    [functionId, crons],
  );
  await removeJobs(
    tx,
    gone.map(({ cron }) => tickKey(functionId, cron)),
  );

  const now = new Date();
  for (const cron of crons) {
    const nextAt = nextCronTime(cron, now);
    const { rowCount } = await tx.query(
      "insert into durable.schedules (function_id, cron, next_at) values ($1, $2, $3) on conflict do nothing",
      [functionId, cron, nextAt],
    );
    if (rowCount === 1 && nextAt) await addTick(tx, fn, cron, nextAt);
  }
}

async function archiveOthers(tx: Tx, appId: string, kept: string[]): Promise<void> {
  const { rows } = await tx.query<Scheduled>(
    `update durable.functions set archived_at = now()
     where app_id = $1 and id <> all($2) and archived_at is null returning id, config`,
    [appId, kept],
  );
  for (const fn of rows) {
    await tx.query("delete from durable.triggers where function_id = $1", [fn.id]);
    await saveSchedules(tx, fn, []);
  }
}
