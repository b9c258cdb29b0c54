import pg from "pg";
import { afterAll, expect, test } from "vitest";
import {
  durableDatabase,
  eventually,
  localOptions,
  newClient,
  startApp,
} from "@/tests/contracts/inngest/support";
import { freePort, ServerProcess } from "@/tests/support/durable-server";

const kills = Number(process.env.DURABLE_KILLS ?? 10);
const runs = Number(process.env.DURABLE_RUNS ?? 30);
const steps = 20;

test(`F-02: killed ${kills} times at any moment, ${runs} workflows of ${steps} steps all end, each step recorded once`, {
  timeout: 60_000 + kills * 15_000,
}, async () => {
  const databaseUrl = await durableDatabase();
  const options = localOptions(databaseUrl);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const target = { url, signingKey: options.signingKey, eventKey: options.eventKey };

  const client = newClient(target);
  const effects = new Map<string, number>();
  const fn = client.createFunction(
    { id: "long", retries: 20, triggers: { event: "long/asked" } },
    async ({ event, step }) => {
      let sum = 0;
      for (let n = 0; n < steps; n += 1) {
        sum += await step.run(`step-${n}`, async () => {
          const key = `${event.data.run}/${n}`;
          effects.set(key, (effects.get(key) ?? 0) + 1);
          await new Promise((resolve) => setTimeout(resolve, 40));
          return n;
        });
      }
      return sum;
    },
  );
  const app = await startApp(target, client, [fn]);

  const server = new ServerProcess({
    INNGEST_SIGNING_KEY: options.signingKey,
    INNGEST_EVENT_KEY: options.eventKey,
    INNGEST_SERVE_URL: app.url,
    INNGEST_LOCAL_PORT: String(port),
    INNGEST_LOCAL_CONCURRENCY: "4",
    INNGEST_LOCAL_BACKOFF_SCALE: "0.001",
  });
  afterAll(() => server.end("SIGKILL"));
  await server.start();
  await eventually(async () => (await app.sync()).status === 200);
  const ids: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    ids.push(await app.send("long/asked", { run }, { id: `long-${run}` }));
  }

  for (let kill = 0; kill < kills; kill += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 900));
    await server.end("SIGKILL");
    await server.start();
  }
  for (const id of ids) {
    const [run] = await eventually(async () => app.ended(id).catch(() => undefined), 120_000);
    expect(run).toMatchObject({ status: "Completed", output: (steps * (steps - 1)) / 2 });
  }

  expect(effects.size).toBe(runs * steps);
  const total = [...effects.values()].reduce((sum, count) => sum + count, 0);
  // A step under way at a kill may run again; no other does.
  expect(total - effects.size).toBeLessThanOrEqual(kills * 4);
  const owner = new pg.Pool({ connectionString: databaseUrl });
  const { rows } = await owner.query(
    `select (select count(*)::int from durable.steps) as steps,
            (select count(*)::int from durable.calls where state <> 'done') as open,
            (select count(*)::int from durable_queue._private_jobs where attempts < max_attempts) as jobs`,
  );
  await owner.end();
  expect(rows).toEqual([{ steps: runs * steps, open: 0, jobs: 0 }]);
  expect(await server.end("SIGTERM")).toBe(0);
});
