import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, newClient, runsOf, startApp, target } from "./support";

const server = await target();

test("a rate limit drops what comes too soon, for each value of its key apart", async () => {
  const client = newClient(server);
  const name = `rate/${randomUUID()}`;
  const seen: string[] = [];
  const fn = client.createFunction(
    {
      id: "limited",
      rateLimit: { limit: 1, period: "24h", key: "event.data.company" },
      triggers: { event: name },
    },
    ({ event }) => {
      seen.push(`${event.data.company} ${event.data.n}`);
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const first = await app.send(name, { company: "a", n: 1 });
  await app.ended(first);
  const second = await app.send(name, { company: "a", n: 2 });
  await app.ended(await app.send(name, { company: "b", n: 1 }));
  await app.send(name, { company: "b", n: 2 });
  await app.ended(await app.send(name, { company: "c", n: 1 }));

  expect(seen).toEqual(["a 1", "b 1", "c 1"]);
  expect(await runsOf(server, second)).toEqual([]);
});

test("when its part of the period is over a rate limit lets the next one through", async () => {
  const client = newClient(server);
  const name = `rate-again/${randomUUID()}`;
  let seen = 0;
  const fn = client.createFunction(
    { id: "again", rateLimit: { limit: 2, period: "2s" }, triggers: { event: name } },
    () => {
      seen += 1;
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const asked = Date.now();
  await eventually(async () => {
    await app.send(name);
    return seen >= 3;
  });

  expect(Date.now()).toBeGreaterThanOrEqual(asked + 2_000);
});

test("a key that is false lets everything through", async () => {
  const client = newClient(server);
  const name = `rate-off/${randomUUID()}`;
  const fn = client.createFunction(
    {
      id: "exempt",
      rateLimit: { limit: 1, period: "24h", key: "event.data.free ? event.data.company : false" },
      triggers: { event: name },
    },
    ({ event }) => event.data.n,
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  for (let n = 0; n < 3; n += 1) {
    const runs = await app.ended(await app.send(name, { free: false, company: "a", n }));
    expect(runs[0]?.output).toBe(n);
  }
});

test("to invoke a function over its rate limit fails the step", async () => {
  const client = newClient(server);
  const name = `rate-invoke/${randomUUID()}`;
  const limited = client.createFunction(
    { id: "callee", rateLimit: { limit: 1, period: "24h" }, triggers: { event: `${name}/never` } },
    () => "ran",
  );
  const caller = client.createFunction({ id: "caller", triggers: { event: name } }, async ({ step }) => ({
    first: await step.invoke("first", { function: limited, data: {} }),
    second: await step
      .invoke("second", { function: limited, data: {} })
      .catch((error: Error) => error.message),
  }));
  const app = await startApp(server, client, [limited, caller]);
  await app.sync();

  const [run] = await app.ended(await app.send(name));

  expect(run?.output).toEqual({ first: "ran", second: expect.stringContaining("rate limited") });
});
