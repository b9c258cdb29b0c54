import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { startLocalServer } from "@/inngest/local/start";
import {
  durableDatabase,
  eventually,
  localOptions,
  newClient,
  runsOf,
  startApp,
} from "@/tests/contracts/inngest/support";

const options = localOptions(await durableDatabase());
const servers = [await startLocalServer(options), await startLocalServer(options)] as const;
afterAll(() => Promise.all(servers.map((server) => server.stop(0))));
const target = { url: servers[0].url, signingKey: options.signingKey, eventKey: options.eventKey };

type Settings = Partial<Parameters<ReturnType<typeof newClient>["createFunction"]>[0]>;

/** A function with the given settings, and twenty events of one key that come to both instances at the same time. */
async function flood(settings: Settings, body: (n: number) => Promise<unknown> | unknown = (n) => n) {
  const client = newClient(target);
  const name = `flood-${randomUUID()}`;
  const runs: number[][] = [];
  const fn = client.createFunction(
    { id: "flooded", ...settings, triggers: { event: name } },
    async ({ events, step }) => {
      await step.run("note", () => {
        runs.push(events.map(({ data }) => data.n));
      });
      await body(events[0]?.data.n);
    },
  );
  const app = await startApp(target, client, [fn]);
  expect((await app.sync()).status).toBe(200);

  const events = Array.from({ length: 20 }, (_, n) => ({
    name,
    data: { n, key: "one" },
    id: `${name}-${n}`,
  }));
  await Promise.all(
    events.map((event, n) =>
      fetch(`${servers[n % 2]?.url}/e/${options.eventKey}`, { method: "POST", body: JSON.stringify(event) }),
    ),
  );
  const all = async () => (await Promise.all(events.map(({ id }) => runsOf(target, id)))).flat();
  return { runs, all };
}

test("a rate limit counts for both instances together", async () => {
  const { all, runs } = await flood({ rateLimit: { limit: 1, period: "24h", key: "event.data.key" } });

  await eventually(() => runs.length > 0);
  expect(await all()).toHaveLength(1);
});

test("idempotency counts for both instances together", async () => {
  const { all, runs } = await flood({ idempotency: "event.data.key" });

  await eventually(() => runs.length > 0);
  expect(await all()).toHaveLength(1);
});

test("batches fill from both instances: none is too large, and each event is in one", async () => {
  const { runs } = await flood({ batchEvents: { maxSize: 5, timeout: "60s", key: "event.data.key" } });

  await eventually(() => runs.length >= 4);
  expect(runs.map((batch) => batch.length)).toEqual([5, 5, 5, 5]);
  expect(runs.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

test("a singleton that skips runs once, whichever instance hears of it", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { all, runs } = await flood({ singleton: { mode: "skip" } }, () => held);

  await eventually(() => runs.length > 0);
  expect(await all()).toHaveLength(1);
  release();
});

test("of a singleton that cancels all runs end, and those that were replaced as cancelled", async () => {
  const { all, runs } = await flood({ singleton: { mode: "cancel" } });

  const ends = await eventually(async () => {
    const views = await all();
    return views.every(({ status }) => status === "Completed" || status === "Cancelled") && views;
  });
  expect(ends).toHaveLength(20);
  const completed = ends.filter(({ status }) => status === "Completed").length;
  expect(completed).toBeGreaterThanOrEqual(1);
  expect(runs.length).toBeGreaterThanOrEqual(completed);
});

test("a debounced function runs once for a flood over both instances", async () => {
  const { all, runs } = await flood({ debounce: { period: "3s", key: "event.data.key" } });

  await eventually(() => runs.length > 0);
  expect(await all()).toHaveLength(1);
});

test("a throttle admits its limit and its burst over both instances, and holds the rest", async () => {
  const { all, runs } = await flood({ throttle: { limit: 3, period: "7d", burst: 2 } });

  await eventually(() => runs.length >= 5);
  const states = (await all()).map(({ status }) => status);
  expect(states.filter((status) => status === "Queued")).toHaveLength(15);
  expect(runs).toHaveLength(5);
});

test("a fast throttle lets all of a flood through in the end", async () => {
  const { runs } = await flood({ throttle: { limit: 20, period: "1s" }, concurrency: 2 });

  await eventually(() => runs.length === 20);
});
