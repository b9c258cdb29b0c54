import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, newClient, runsOf, startApp, target } from "./support";

const server = await target();

test("a debounced function runs once, with the last event, when its events have been quiet", async () => {
  const client = newClient(server);
  const name = `debounce/${randomUUID()}`;
  const seen: string[] = [];
  const fn = client.createFunction(
    { id: "quiet", debounce: { period: "1s", key: "event.data.record" }, triggers: { event: name } },
    ({ event }) => {
      seen.push(`${event.data.record} ${event.data.n}`);
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const ts = Date.now();
  const { ids } = await client.send([
    { name, data: { record: "a", n: 1 }, ts },
    { name, data: { record: "b", n: 1 }, ts: ts + 1 },
    { name, data: { record: "a", n: 2 }, ts: ts + 2 },
    { name, data: { record: "a", n: 3 }, ts: ts + 3 },
  ]);
  await app.ended(ids[3] ?? "");
  await eventually(() => seen.length >= 2);

  expect(seen.sort()).toEqual(["a 3", "b 1"]);
  expect(await runsOf(server, ids[0] ?? "")).toEqual([]);

  await app.ended(await app.send(name, { record: "a", n: 4 }));
  expect(seen.sort()).toEqual(["a 3", "a 4", "b 1"]);
});

test("events that never cease hold a run up only until its timeout", async () => {
  const client = newClient(server);
  const name = `debounce-timeout/${randomUUID()}`;
  const seen: number[] = [];
  const fn = client.createFunction(
    { id: "restless", debounce: { period: "2s", timeout: "3s" }, triggers: { event: name } },
    ({ event }) => {
      seen.push(event.data.n);
    },
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  let n = 0;
  await eventually(async () => {
    n += 1;
    await app.send(name, { n });
    return seen.length > 0;
  });

  expect(seen).toHaveLength(1);
  expect(seen[0]).toBeGreaterThan(1);
});

test("an event that is older than the last one does not take its place", async () => {
  const client = newClient(server);
  const name = `debounce-order/${randomUUID()}`;
  const fn = client.createFunction(
    { id: "ordered", debounce: { period: "1s" }, triggers: { event: name } },
    ({ event }) => event.data.n,
  );
  const app = await startApp(server, client, [fn]);
  await app.sync();

  const ts = Date.now() - 60_000;
  const { ids } = await client.send([
    { name, data: { n: "newer" }, ts },
    { name, data: { n: "older" }, ts: ts - 1_000 },
  ]);

  expect((await app.ended(ids[0] ?? ""))[0]?.output).toBe("newer");
});
