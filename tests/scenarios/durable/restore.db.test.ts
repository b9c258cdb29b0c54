import pg from "pg";
import { expect, inject, test } from "vitest";
import { type LocalServer, startLocalServer } from "@/inngest/local/start";
import { type Relay, startRelay } from "@/inngest/relay/relay";
import { clientCreated } from "@/lib/clients/events";
import { createClient } from "@/lib/clients/operations/create-client";
import { getClient } from "@/lib/clients/operations/get-client";
import { closePools } from "@/lib/core/db/pools";
import { newId } from "@/lib/core/ids";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { aCompanyWithBooks } from "@/lib/ledger/testing";
import { localOptions, silentLog, startApp, eventually as within } from "@/tests/contracts/inngest/support";
import { testDatabase } from "@/tests/support/database";
import { freePort } from "@/tests/support/durable-server";

const database = await testDatabase();
const name = new URL(database.ownerUrl).pathname.slice(1);
const options = { ...localOptions(database.durable), port: await freePort() };
const target = {
  url: `http://127.0.0.1:${options.port}`,
  signingKey: options.signingKey,
  eventKey: options.eventKey,
};

test("F-43: a copy 25 hours old is restored and all events come again: windows have expired, keys hold, no harm", {
  timeout: 400_000,
}, async () => {
  const company = await aCompanyWithBooks(database.owner);
  const app = await serveFees();
  let work = await startWork(app);

  const kept = await createClients(company.actor, 5);
  await eventually(async () => (await runCounts()).ended === 2 * 6);
  expect(await fees("guarded")).toBe(6);
  await work.stop();
  await copyDatabase(name, `${name}_copy`);

  // What happens after the copy was made is lost with the restore; its events are not, for durable work elsewhere knows them.
  work = await startWork(app);
  const lost = await createClients(company.actor, 2);
  await eventually(async () => (await fees("guarded")) === 8);
  const events = await eventsSoFar();
  await work.stop();
  await closePools();
  await onServer(`drop database ${name} with (force)`);
  await copyDatabase(`${name}_copy`, name);
  await onServer(`drop database ${name}_copy with (force)`);
  await age("25 hours");

  work = await startWork(app);
  expect(events).toHaveLength(8);
  for (const event of events) await app.client.send(event);
  await database.owner.query("update outbox_events set sent_at = null");
  await eventually(async () => (await runCounts()).ended === 2 * (6 + 8));
  await work.stop();

  // The function that takes no care shows that the events did come again: it charged every client of the copy twice.
  expect(await fees("careless")).toBe(6 * 2);
  expect(await fees("guarded")).toBe(6);
  expect(await unbalanced()).toBe(0);
  for (const clientId of kept) await run(getClient, { clientId }, { actor: company.actor });
  for (const clientId of lost) {
    await expect(run(getClient, { clientId }, { actor: company.actor })).rejects.toMatchObject({
      kind: "not_found",
    });
  }
});

/** With patience for a machine that has other things to do. */
function eventually(isSo: () => Promise<boolean>): Promise<unknown> {
  return within(isSo, 90_000);
}

/** Two functions that charge each new client a fee: one by `perform`, one with nothing to mark a repeat. */
async function serveFees() {
  Object.assign(process.env, {
    INNGEST_BASE_URL: target.url,
    INNGEST_EVENT_KEY: target.eventKey,
    INNGEST_SIGNING_KEY: target.signingKey,
  });
  const { inngest, onEvent } = await import("@/inngest/client");
  const guarded = onEvent({ id: "guarded", retries: 0, event: clientCreated }, ({ payload, perform }) =>
    perform("charge", postEntry, fee("guarded", payload.clientId)),
  );
  const careless = onEvent(
    { id: "careless", retries: 0, event: clientCreated },
    ({ payload, step, tenantId }) =>
      step.run("charge", async () => {
        await runAsSystem(tenantId, postEntry, fee("careless", payload.clientId));
      }),
  );
  return startApp(target, inngest, [guarded, careless]);
}

function fee(description: string, clientId: string) {
  const { input } = postEntry.example;
  const lines = input.lines.map((line) => (line.clientId ? { ...line, clientId } : line));
  return { ...input, description, lines };
}

async function createClients(actor: Awaited<ReturnType<typeof aCompanyWithBooks>>["actor"], count: number) {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const input = { ...createClient.example.input, email: `${newId()}@example.com` };
    ids.push((await run(createClient, input, { actor })).id);
  }
  return ids;
}

/** The app is known before the first event comes: one that came earlier would start nothing. */
async function startWork(app: { sync(): Promise<unknown> }): Promise<{ stop(): Promise<void> }> {
  const server: LocalServer = await startLocalServer(options);
  await app.sync();
  const relay: Relay = startRelay({
    databaseUrl: database.platform,
    baseUrl: target.url,
    eventKey: target.eventKey,
    log: silentLog,
    pollMs: 50,
  });
  return {
    async stop() {
      await relay.stop();
      await server.stop(0);
    },
  };
}

/** The events of clients as the intake got them: what a durable-work server elsewhere would send again. */
async function eventsSoFar() {
  const { rows } = await database.owner.query<{ payload: { id: string; name: string; data: object } }>(
    "select payload from durable.events where name = $1 order by id",
    [clientCreated.eventName],
  );
  return rows.map(({ payload: { id, name, data } }) => ({ id, name, data }));
}

async function copyDatabase(from: string, to: string): Promise<void> {
  await closePools();
  await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
  await eventually(() =>
    onServer(`create database ${to} template ${from}`).then(
      () => true,
      () => false,
    ),
  );
}

/** Time goes by in the copy: all that expires is so much nearer to its end. */
async function age(interval: string): Promise<void> {
  for (const statement of [
    "update durable.event_ids set expires_at = expires_at - $1::interval",
    "update durable.idempotency set expires_at = expires_at - $1::interval",
    "update idempotency_keys set created_at = created_at - $1::interval, expires_at = expires_at - $1::interval",
  ]) {
    await database.owner.query(statement, [interval]);
  }
}

async function fees(description: string): Promise<number> {
  const { rows } = await database.owner.query(
    "select count(*)::int as n from journal_entries where description = $1",
    [description],
  );
  return rows[0].n;
}

async function unbalanced(): Promise<number> {
  const { rows } = await database.owner.query(
    `select count(*)::int as n from (
       select 1 from journal_lines group by entry_id, currency having sum(amount_minor) <> 0) odd`,
  );
  return rows[0].n;
}

async function runCounts(): Promise<{ ended: number }> {
  const { rows } = await database.owner.query(
    "select count(*) filter (where ended_at is not null)::int as ended from durable.runs",
  );
  return rows[0];
}

async function onServer(statement: string): Promise<void> {
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
