import { randomUUID } from "node:crypto";
import { RetryAfterError } from "inngest";
import { expect, test } from "vitest";
import { eventually, newClient, runsOf, startApp, target } from "./support";

const server = await target();

test("in mode skip a function runs once at a time for each value of its key", async () => {
  const client = newClient(server);
  const name = `singleton-skip/${randomUUID()}`;
  const began: string[] = [];
  const fn = client.createFunction(
    { id: "skipping", singleton: { key: "event.data.user", mode: "skip" }, triggers: { event: name } },
    async ({ event, step }) => {
      const { user, n } = event.data;
      await step.run("begin", () => began.push(`${user} ${n}`));
      await step.waitForEvent("go", { event: `${name}/go`, match: "data.user", timeout: "1h" });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();
  const finish = (id: string, user: string) =>
    eventually(async () => {
      await app.send(`${name}/go`, { user });
      return (await runsOf(server, id))[0]?.status === "Completed";
    });

  const first = await app.send(name, { user: "a", n: 1 });
  await eventually(() => began.length === 1);
  const skipped = await app.send(name, { user: "a", n: 2 });
  const other = await app.send(name, { user: "b", n: 1 });
  await eventually(() => began.length === 2);
  await finish(first, "a");
  const next = await app.send(name, { user: "a", n: 3 });
  await eventually(() => began.length === 3);
  await finish(next, "a");
  await finish(other, "b");

  expect(began).toEqual(["a 1", "b 1", "a 3"]);
  expect(await runsOf(server, skipped)).not.toContainEqual(expect.objectContaining({ status: "Completed" }));
});

test("in mode cancel a newer run takes the place of the one that is active", async () => {
  const client = newClient(server);
  const name = `singleton-cancel/${randomUUID()}`;
  const history: string[] = [];
  const fn = client.createFunction(
    { id: "replacing", singleton: { key: "event.data.user", mode: "cancel" }, triggers: { event: name } },
    async ({ event, step }) => {
      const { user, n, waits } = event.data;
      await step.run("begin", () => history.push(`begin ${user} ${n}`));
      if (waits) await step.sleep("long", "1h");
      await step.run("end", () => history.push(`end ${user} ${n}`));
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const first = await app.send(name, { user: "a", n: 1, waits: true });
  await eventually(() => history.length === 1);
  const other = await app.send(name, { user: "b", n: 1, waits: true });
  await eventually(() => history.length === 2);
  const second = await app.send(name, { user: "a", n: 2, waits: false });

  expect((await app.ended(second))[0]?.status).toBe("Completed");
  expect((await app.ended(first))[0]?.status).toBe("Cancelled");
  expect((await runsOf(server, other))[0]?.status).toBe("Running");
  expect(history).toEqual(["begin a 1", "begin b 1", "begin a 2", "end a 2"]);
});

test("a run that fails and is tried again still holds its place", async () => {
  const client = newClient(server);
  const name = `singleton-retry/${randomUUID()}`;
  const began: number[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const fn = client.createFunction(
    { id: "stubborn", singleton: { mode: "skip" }, retries: 1, triggers: { event: name } },
    async ({ event, step, attempt }) => {
      await step.run("work", async () => {
        began.push(event.data.n);
        if (attempt === 0) throw new RetryAfterError("not yet", "1s");
        await held;
      });
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const first = await app.send(name, { n: 1 });
  await eventually(() => began.length === 1);
  await app.send(name, { n: 2 });
  await eventually(() => began.length === 2);
  await app.send(name, { n: 3 });
  release();

  expect((await app.ended(first))[0]?.status).toBe("Completed");
  expect(began).toEqual([1, 1]);
});
