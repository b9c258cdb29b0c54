import { expect, test } from "vitest";
import { eventually, newClient, startApp, target } from "@/tests/contracts/inngest/support";

const server = await target();
const pool = server.local?.engine.pool;
if (!pool) throw new Error("This test looks into the local server's database");

/** Lets a schedule's time come now, as it would by waiting. */
async function makeDue(functionId: string): Promise<void> {
  await pool?.query(
    "update durable.schedules set next_at = date_trunc('second', now()) where function_id = $1",
    [functionId],
  );
  await pool?.query(
    "update durable_queue._private_jobs set run_at = now() where key like 'tick:' || $1 || ':%'",
    [functionId],
  );
  await pool?.query(`select pg_notify('jobs:insert', '{"count":1}')`);
}

test("a schedule runs its function when its time comes, once, and plans the next time in its zone", async () => {
  const client = newClient(server);
  const seen: unknown[] = [];
  const cron = "TZ=Europe/Berlin 0 3 1 1 *";
  const fn = client.createFunction({ id: "yearly", triggers: { cron } }, ({ event }) => {
    seen.push([event.name, event.data]);
  });
  const app = await startApp(server, client, [fn]);
  await app.sync();
  const nextAt = async () =>
    (
      await pool.query("select next_at from durable.schedules where function_id = $1", [
        `${client.id}-yearly`,
      ])
    ).rows[0]?.next_at as Date;
  const planned = await nextAt();
  expect(planned.toISOString()).toMatch(/-01-01T02:00:00\.000Z$/);

  await makeDue(`${client.id}-yearly`);
  await eventually(() => seen.length > 0);

  expect(seen).toEqual([["inngest/scheduled.timer", { cron }]]);
  await eventually(async () => (await nextAt()).getTime() === planned.getTime());
});

test("a deploy keeps the time of a schedule that stays, and removes one that goes", async () => {
  const client = newClient(server);
  const make = (crons: string[]) =>
    client.createFunction({ id: "planned", triggers: crons.map((cron) => ({ cron })) }, () => {});
  const first = await startApp(server, client, [make(["0 0 1 1 *", "0 0 1 2 *"])]);
  await first.sync();
  await pool.query("update durable.schedules set next_at = '2031-01-01' where cron = '0 0 1 1 *'");

  const second = await startApp(server, client, [make(["0 0 1 1 *", "0 0 1 3 *"])]);
  await second.sync();

  const { rows } = await pool.query(
    "select cron, next_at::text from durable.schedules where function_id = $1 order by cron",
    [`${client.id}-planned`],
  );
  expect(rows.map(({ cron }) => cron)).toEqual(["0 0 1 1 *", "0 0 1 3 *"]);
  expect(rows[0].next_at).toContain("2031");
  const { rows: jobs } = await pool.query(
    "select key from durable_queue._private_jobs where key like $1 order by 1",
    [`tick:${client.id}-planned%`],
  );
  expect(jobs.map(({ key }) => key.split(":")[2])).toEqual(["0 0 1 1 *", "0 0 1 3 *"]);
});
