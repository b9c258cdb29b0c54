import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, newClient, startApp, target } from "./support";

const server = await target();

test("a throttle spreads the starts of runs, in their order, and drops none", async () => {
  const client = newClient(server);
  const name = `throttle/${randomUUID()}`;
  const starts: { n: number; at: number }[] = [];
  const fn = client.createFunction(
    { id: "throttled", throttle: { limit: 1, period: "1s" }, triggers: { event: name } },
    ({ event }) => {
      starts.push({ n: event.data.n, at: Date.now() });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const asked = Date.now();
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push(await app.send(name, { n }));
  for (const id of ids) expect((await app.ended(id))[0]?.status).toBe("Completed");

  // Limit and burst may start together; of those the order does not show.
  expect(starts.slice(2).map(({ n }) => n)).toEqual([2, 3, 4]);
  expect(starts).toHaveLength(5);
  expect(starts[4]?.at).toBeGreaterThanOrEqual(asked + 3_000);
});

test("a throttle counts starts and not steps, and each value of its key apart", async () => {
  const client = newClient(server);
  const name = `throttle-key/${randomUUID()}`;
  const history: string[] = [];
  const fn = client.createFunction(
    {
      id: "throttled-by-key",
      throttle: { limit: 1, period: "7d", key: "event.data.tenant" },
      triggers: { event: name },
    },
    async ({ event, step }) => {
      const { tenant } = event.data;
      await step.run("one", () => history.push(`${tenant} one`));
      await step.run("two", () => history.push(`${tenant} two`));
      await step.run("three", () => history.push(`${tenant} three`));
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  for (const tenant of ["a", "b"]) await app.ended(await app.send(name, { tenant }));

  expect(history).toEqual(["a one", "a two", "a three", "b one", "b two", "b three"]);
});

test("runs over the limit wait, and a start timeout ends their waiting", async () => {
  const client = newClient(server);
  const name = `throttle-timeout/${randomUUID()}`;
  const started: number[] = [];
  const fn = client.createFunction(
    {
      id: "impatient",
      throttle: { limit: 1, period: "7d", burst: 1 },
      timeouts: { start: "5s" },
      triggers: { event: name },
    },
    ({ event }) => {
      started.push(event.data.n);
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push(await app.send(name, { n }));
  const ends = await Promise.all(ids.map(async (id) => (await app.ended(id))[0]?.status));

  expect(ends[0]).toBe("Completed");
  expect(ends.slice(2)).toEqual(["Cancelled", "Cancelled"]);
  expect(started).not.toContain(3);
});

test("a throttle and a concurrency limit hold together", async () => {
  const client = newClient(server);
  const name = `throttle-slots/${randomUUID()}`;
  const seen = { now: 0, most: 0, total: 0 };
  const fn = client.createFunction(
    {
      id: "both",
      concurrency: { limit: 1, key: "event.data.tenant" },
      throttle: { limit: 4, period: "1s" },
      triggers: { event: name },
    },
    async ({ event, step }) => {
      await step.run("work", async () => {
        const part = event.data.tenant === "a" ? 1 : 0;
        seen.now += part;
        seen.most = Math.max(seen.most, seen.now);
        await new Promise((resolve) => setTimeout(resolve, 30));
        seen.now -= part;
        seen.total += 1;
      });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const { ids } = await client.send(
    Array.from({ length: 12 }, (_, n) => ({ name, data: { tenant: n % 3 ? "a" : "b" } })),
  );
  for (const id of ids) expect((await app.ended(id))[0]?.status).toBe("Completed");

  await eventually(() => seen.total === 12);
  expect(seen.most).toBe(1);
});
