import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, newClient, startApp, target } from "./support";

const server = await target();

type Numbered = { data: { n?: number; tenant?: string } };
const numbers = (events: readonly Numbered[]) => events.map(({ data }) => data.n ?? 0).sort((a, b) => a - b);

test("a full batch starts one run with all of its events", async () => {
  const client = newClient(server);
  const name = `batch-full/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "full", batchEvents: { maxSize: 3, timeout: "60s" }, triggers: { event: name } },
    async ({ event, events, step }) => {
      const seen = await step.run("look", () => numbers(events));
      return { seen, isFirst: event.id === events[0]?.id };
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const { ids } = await client.send([1, 2, 3].map((n) => ({ name, data: { n } })));
  const runs = await Promise.all(ids.map(async (id) => (await app.ended(id)).map((run) => run.run_id)));
  const [run] = await app.ended(ids[0] ?? "");

  expect(run).toMatchObject({ status: "Completed", output: { seen: [1, 2, 3], isFirst: true } });
  expect(new Set(runs.flat())).toEqual(new Set([run?.run_id]));
});

test("a batch that does not fill starts when its time is over", async () => {
  const client = newClient(server);
  const name = `batch-time/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "slow", batchEvents: { maxSize: 10, timeout: "1s" }, triggers: { event: name } },
    ({ events }) => numbers(events),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const { ids } = await client.send([1, 2].map((n) => ({ name, data: { n } })));

  expect((await app.ended(ids[0] ?? ""))[0]?.output).toEqual([1, 2]);
});

test("each value of the key fills a batch of its own, and what the condition leaves out runs at once", async () => {
  const client = newClient(server);
  const name = `batch-key/${randomUUID()}`;
  const fn = client.createFunction(
    {
      id: "keyed",
      batchEvents: { maxSize: 2, timeout: "60s", key: "event.data.tenant", if: "event.data.bulk == true" },
      triggers: { event: name },
    },
    ({ events }) => events.map(({ data }) => `${data.tenant} ${data.n}`).sort(),
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();
  const send = (tenant: string, n: number, bulk: boolean) => app.send(name, { tenant, n, bulk });

  const a = await send("a", 1, true);
  const b = await send("b", 1, true);
  const single = await send("a", 2, false);
  expect((await app.ended(single))[0]?.output).toEqual(["a 2"]);
  await send("a", 3, true);
  await send("b", 2, true);

  expect((await app.ended(a))[0]?.output).toEqual(["a 1", "a 3"]);
  expect((await app.ended(b))[0]?.output).toEqual(["b 1", "b 2"]);
});

test("a batch too large for one request is fetched by the app", async () => {
  const client = newClient(server);
  const name = `batch-large/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "large", batchEvents: { maxSize: 5, timeout: "60s" }, triggers: { event: name } },
    async ({ events, step }) => {
      const total = await step.run("sum", () => events.reduce((sum, { data }) => sum + data.text.length, 0));
      return { count: events.length, total };
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const { ids } = await client.send(
    Array.from({ length: 5 }, () => ({ name, data: { text: "x".repeat(200_000) } })),
  );

  expect((await app.ended(ids[0] ?? ""))[0]?.output).toEqual({ count: 5, total: 1_000_000 });
});

test("the failure of a batch tells of all its events", async () => {
  const client = newClient(server);
  const name = `batch-failure/${randomUUID()}`;
  let heard: unknown;
  const fn = client.createFunction(
    {
      id: "failing",
      batchEvents: { maxSize: 2, timeout: "60s" },
      retries: 0,
      triggers: { event: name },
      onFailure: ({ event }) => {
        heard = event.data;
      },
    },
    () => {
      throw new Error("no batch today");
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const { ids } = await client.send([1, 2].map((n) => ({ name, data: { n } })));
  const [run] = await app.ended(ids[0] ?? "");
  expect(run?.status).toBe("Failed");
  await eventually(() => heard !== undefined);

  expect(heard).toMatchObject({ run_id: run?.run_id, error: { message: "no batch today" } });
});
