import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { transaction } from "@/inngest/local/database";
import { endBatch } from "@/inngest/local/flow/batch";
import { endDebounce } from "@/inngest/local/flow/debounce";
import { wakeThrottled } from "@/inngest/local/flow/throttle";
import { mendQueue } from "@/inngest/local/repair";
import { deleteOld } from "@/inngest/local/retention";
import { eventually, newClient, runsOf, startApp, target } from "@/tests/contracts/inngest/support";

const server = await target();
const pool = poolOf();

function poolOf() {
  if (!server.local) throw new Error("This test looks into the local server's database");
  return server.local.engine.pool;
}

async function appWith(settings: object) {
  const client = newClient(server);
  const name = `again/${randomUUID()}`;
  const fn = client.createFunction({ id: "again", ...settings, triggers: { event: name } }, ({ events }) =>
    events.map(({ data }) => data.n),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();
  return { app, name, functionId: `${client.id}-again` };
}

async function only<Row>(text: string, values: unknown[]): Promise<Row> {
  const { rows } = await pool.query(text, values);
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
}

const now = () => new Date();

test("a batch whose task runs three times at once, after its job was made by two, starts one run", async () => {
  const { app, name, functionId } = await appWith({ batchEvents: { maxSize: 9, timeout: "60s" } });
  const id = await app.send(name, { n: 1 });
  const batch = await only<{ id: string }>("select id from durable.batches where function_id = $1", [
    functionId,
  ]);

  await Promise.all([1, 2, 3].map(() => transaction(pool, (tx) => endBatch(tx, batch.id, now()))));

  expect(await app.ended(id)).toMatchObject([{ output: [1] }]);
  expect(await runsOf(server, id)).toHaveLength(1);
});

test("a debounce whose task runs early changes nothing, and three at once start one run", async () => {
  const { app, name, functionId } = await appWith({ debounce: { period: "1h" } });
  const id = await app.send(name, { n: 1 });
  const { key } = await only<{ key: string }>("select key from durable.debounces where function_id = $1", [
    functionId,
  ]);
  await transaction(pool, (tx) => endDebounce(tx, key, now()));
  expect(await runsOf(server, id)).toEqual([]);

  await pool.query("update durable.debounces set due_at = now() where key = $1", [key]);
  await Promise.all([1, 2, 3].map(() => transaction(pool, (tx) => endDebounce(tx, key, now()))));

  expect(await app.ended(id)).toMatchObject([{ output: [1] }]);
});

test("a throttle that is woken again and again admits no more than it may", async () => {
  const { app, name, functionId } = await appWith({ throttle: { limit: 1, period: "7d" } });
  const ids = [];
  for (let n = 0; n < 4; n += 1) ids.push(await app.send(name, { n }));
  const { key } = await eventually(async () => {
    const { rows } = await pool.query<{ key: string; count: string }>(
      "select key, count(*) from durable.throttle_waits where key like $1 group by key",
      [`throttle:${functionId}:%`],
    );
    return rows[0]?.count === "2" && rows[0];
  });

  for (let n = 0; n < 5; n += 1) await transaction(pool, (tx) => wakeThrottled(tx, functionId, key));
  await app.ended(ids[0] ?? "");
  await app.ended(ids[1] ?? "");

  expect((await runsOf(server, ids[3] ?? ""))[0]?.status).toBe("Queued");
});

test("timers that somebody deleted are set again", async () => {
  const batched = await appWith({ batchEvents: { maxSize: 9, timeout: "1s" } });
  const quiet = await appWith({ debounce: { period: "1s" } });
  const throttled = await appWith({ throttle: { limit: 1, period: "1s" } });
  const ids: [typeof batched.app, string][] = [
    [batched.app, await batched.app.send(batched.name, { n: 1 })],
    [quiet.app, await quiet.app.send(quiet.name, { n: 1 })],
  ];
  for (let n = 0; n < 3; n += 1) ids.push([throttled.app, await throttled.app.send(throttled.name, { n })]);
  await pool.query(
    "delete from durable_queue._private_jobs where key ~ '^(batch|debounce|throttle):' and locked_at is null",
  );

  await eventually(async () => {
    await mendQueue(pool);
    const states = await Promise.all(ids.map(async ([, id]) => (await runsOf(server, id))[0]?.status));
    return states.every((status) => status === "Completed");
  });
});

test("what flow control keeps goes when it says nothing any more, and events that it still needs stay", async () => {
  const limited = await appWith({ rateLimit: { limit: 1, period: "24h" } });
  const batched = await appWith({ batchEvents: { maxSize: 2, timeout: "10m" } });
  const quiet = await appWith({ debounce: { period: "7d" } });
  await limited.app.ended(await limited.app.send(limited.name));
  const held = [await batched.app.send(batched.name, { n: 1 }), await quiet.app.send(quiet.name)];
  await pool.query("update durable.events set received_at = now() - interval '31 days'");
  await pool.query("update durable.rates set arrival_us = 0 where key like $1", [
    `limit:${limited.functionId}:%`,
  ]);

  await deleteOld(pool, 30);

  const { rows } = await pool.query("select from durable.events where public_id = any($1)", [held]);
  expect(rows).toHaveLength(2);
  const rates = await pool.query("select from durable.rates where arrival_us = 0");
  expect(rates.rows).toEqual([]);

  const last = await batched.app.send(batched.name, { n: 2 });
  expect((await batched.app.ended(last))[0]?.output).toEqual([1, 2]);
});
