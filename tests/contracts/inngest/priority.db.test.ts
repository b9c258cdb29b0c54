import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, newClient, runsOf, startApp, target } from "./support";

const server = await target();

test("of the runs that wait for capacity those with priority go first, then those that came first", async () => {
  const client = newClient(server);
  const name = `priority/${randomUUID()}`;
  const order: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const fn = client.createFunction(
    {
      id: "prioritized",
      concurrency: 1,
      priority: { run: "event.data.plan == 'large' ? 600 : event.data.plan == 'medium' ? 300 : 0" },
      triggers: { event: name },
    },
    async ({ event, step }) => {
      await step.run("work", async () => {
        order.push(event.data.who);
        if (event.data.who === "holder") await held;
      });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const ids = [await app.send(name, { who: "holder" })];
  await eventually(() => order.length === 1);
  for (const [who, plan] of [
    ["small 1", "small"],
    ["small 2", "small"],
    ["medium", "medium"],
    ["large", "large"],
  ]) {
    const id = await app.send(name, { who, plan });
    ids.push(id);
    await eventually(async () => (await runsOf(server, id)).length === 1);
  }
  release();
  for (const id of ids) await app.ended(id);

  expect(order).toEqual(["holder", "large", "medium", "small 1", "small 2"]);
});

test("a negative priority starts a run later, and what is no number is no priority", async () => {
  const client = newClient(server);
  const name = `priority-less/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "later", priority: { run: "event.data.factor" }, triggers: { event: name } },
    () => Date.now(),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const asked = Date.now();
  const late = await app.send(name, { factor: -2 });
  for (const factor of [0, "high"]) {
    expect((await app.ended(await app.send(name, { factor })))[0]?.status).toBe("Completed");
  }

  expect((await app.ended(late))[0]?.output).toBeGreaterThanOrEqual(asked + 2_000);
});
