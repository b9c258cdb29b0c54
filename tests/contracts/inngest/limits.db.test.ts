import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, newClient, runsOf, startApp, target } from "./support";

const server = await target();
const megabyte = 1_048_576;

test("a step that returns more than 4 MiB fails, and its function may catch that", async () => {
  const client = newClient(server);
  const name = `large-step/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "large-step", retries: 0, triggers: { event: name } },
    async ({ event, step }) => {
      const size = await step
        .run("large", () => "x".repeat(event.data.megabytes * megabyte))
        .then((text) => text.length);
      return step.run("after", () => size);
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send(name, { megabytes: 3 })))[0]).toMatchObject({
    status: "Completed",
    output: 3 * megabyte,
  });
  expect((await app.ended(await app.send(name, { megabytes: 5 })))[0]?.status).toBe("Failed");
  expect((await app.ended(await app.send(name, { megabytes: 9 })))[0]?.status).toBe("Failed");
});

test("a function that returns more than 4 MiB fails", async () => {
  const client = newClient(server);
  const name = `large-output/${randomUUID()}`;
  const fn = client.createFunction({ id: "large-output", retries: 0, triggers: { event: name } }, () =>
    "x".repeat(5 * megabyte),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send(name)))[0]?.status).toBe("Failed");
});

test("a run whose steps return more than 32 MiB together fails", async () => {
  const client = newClient(server);
  const name = `large-state/${randomUUID()}`;
  let steps = 0;
  const fn = client.createFunction(
    { id: "large-state", retries: 0, triggers: { event: name } },
    async ({ step }) => {
      for (let n = 0; n < 12; n += 1) {
        await step.run(`part-${n}`, () => {
          steps += 1;
          return "x".repeat(3.9 * megabyte);
        });
      }
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const id = await app.send(name);
  await eventually(async () => (await runsOf(server, id))[0]?.status === "Failed", 50_000);
  expect(steps).toBeLessThan(12);
});

test("a run of more than 1,000 steps fails", async () => {
  const client = newClient(server);
  const name = `many-steps/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "many-steps", retries: 0, triggers: { event: name } },
    async ({ step }) => {
      await Promise.all(Array.from({ length: 1_001 }, (_, n) => step.run(`step-${n}`, () => n)));
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  expect((await app.ended(await app.send(name)))[0]?.status).toBe("Failed");
});

test("an event with a time ahead starts its run then", async () => {
  const client = newClient(server);
  const name = `ahead/${randomUUID()}`;
  const fn = client.createFunction({ id: "ahead", triggers: { event: name } }, () => Date.now());
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const ts = Date.now() + 1_500;
  const { ids } = await client.send({ name, data: {}, ts });

  expect((await app.ended(ids[0] ?? ""))[0]?.output).toBeGreaterThanOrEqual(ts);
});

test("an event that starts a run and is among those that cancel it cancels only the runs before", async () => {
  const client = newClient(server);
  const name = `restart/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "restart", cancelOn: [{ event: name, match: "data.cart" }], triggers: { event: name } },
    async ({ event, step }) => {
      await step.sleep("long", event.data.last ? "1s" : "1h");
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const first = await app.send(name, { cart: 1 });
  const other = await app.send(name, { cart: 2 });
  const second = await app.send(name, { cart: 1, last: true });

  expect((await app.ended(second))[0]?.status).toBe("Completed");
  expect((await app.ended(first))[0]?.status).toBe("Cancelled");
  expect((await runsOf(server, other))[0]?.status).toBe("Running");
});
