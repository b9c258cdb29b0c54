import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, newClient, startApp, target } from "./support";

const server = await target();

/** Counts how many are inside at once, and the most that ever were. */
function gauge() {
  const seen = { now: 0, most: 0, total: 0 };
  const inside = async (milliseconds = 40) => {
    seen.now += 1;
    seen.total += 1;
    seen.most = Math.max(seen.most, seen.now);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    seen.now -= 1;
  };
  return { seen, inside };
}

test("a concurrency limit holds over all runs of a function, and nobody is forgotten", async () => {
  const client = newClient(server);
  const name = `limit/${randomUUID()}`;
  const { seen, inside } = gauge();
  const fn = client.createFunction(
    { id: "limited", concurrency: 2, triggers: { event: name } },
    async ({ step }) => {
      await step.run("first", () => inside());
      await step.run("second", () => inside());
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const { ids } = await client.send(Array.from({ length: 12 }, () => ({ name, data: {} })));
  for (const id of ids) expect((await app.ended(id))[0]?.status).toBe("Completed");

  expect(seen).toEqual({ now: 0, most: 2, total: 24 });
});

test("a concurrency key limits each of its values apart", async () => {
  const client = newClient(server);
  const name = `keyed/${randomUUID()}`;
  const gauges = { a: gauge(), b: gauge() };
  const fn = client.createFunction(
    { id: "keyed", concurrency: { limit: 1, key: "event.data.tenant" }, triggers: { event: name } },
    async ({ event, step }) => {
      await step.run("work", () => gauges[event.data.tenant as "a" | "b"].inside());
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const { ids } = await client.send(
    Array.from({ length: 12 }, (_, n) => ({ name, data: { tenant: n % 2 ? "a" : "b" } })),
  );
  for (const id of ids) await app.ended(id);

  expect(gauges.a.seen).toEqual({ now: 0, most: 1, total: 6 });
  expect(gauges.b.seen).toEqual({ now: 0, most: 1, total: 6 });
});

test("two limits hold at once: one per key, one over all, one shared by two functions", async () => {
  const client = newClient(server);
  const name = `both/${randomUUID()}`;
  const all = gauge();
  const gateway = `"gateway-${randomUUID()}"`;
  const make = (id: string) =>
    client.createFunction(
      {
        id,
        concurrency: [
          { limit: 1, key: "event.data.tenant" },
          { limit: 3, key: gateway, scope: "account" },
        ],
        triggers: { event: name },
      },
      async ({ step }) => {
        await step.run("work", () => all.inside());
      },
    );
  const app = await startApp(server, client, [make("left"), make("right")]);
  await app.sync();

  const { ids } = await client.send(
    Array.from({ length: 10 }, (_, n) => ({ name, data: { tenant: `t${n % 4}` } })),
  );
  for (const id of ids) {
    const runs = await app.ended(id, 2);
    expect(runs.map(({ status }) => status)).toEqual(["Completed", "Completed"]);
  }

  expect(all.seen.total).toBe(20);
  expect(all.seen.most).toBeLessThanOrEqual(3);
});

test("a run that sleeps or waits holds no one up", async () => {
  const client = newClient(server);
  const name = `idle/${randomUUID()}`;
  const order: unknown[] = [];
  const fn = client.createFunction(
    { id: "idle", concurrency: 1, triggers: { event: name } },
    async ({ event, step }) => {
      if (event.data.sleeps) await step.sleep("long", "1s");
      await step.run("note", () => {
        order.push(event.data.sleeps);
      });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const sleeper = await app.send(name, { sleeps: true });
  await app.ended(await app.send(name, { sleeps: false }));
  await app.ended(sleeper);

  expect(order).toEqual([false, true]);
});

test("a run that does not finish in time is cancelled", async () => {
  const client = newClient(server);
  const name = `slow/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "slow", timeouts: { finish: "1s" }, triggers: { event: name } },
    async ({ step }) => {
      await step.sleep("long", "1h");
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send(name)))[0]?.status).toBe("Cancelled");
});

test("a run that does not start in time is cancelled", async () => {
  const client = newClient(server);
  const name = `queue/${randomUUID()}`;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHolding = false;
  const fn = client.createFunction(
    { id: "queue", concurrency: 1, timeouts: { start: "1s" }, triggers: { event: name } },
    async ({ event, step }) => {
      if (event.data.holds)
        await step.run("hold", () => {
          isHolding = true;
          return held;
        });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const holder = await app.send(name, { holds: true });
  await eventually(() => isHolding);
  const late = await app.send(name, { holds: false });
  expect((await app.ended(late))[0]?.status).toBe("Cancelled");
  release();
  expect((await app.ended(holder))[0]?.status).toBe("Completed");
});
