import { afterAll, expect, test } from "vitest";
import { startLocalServer } from "@/inngest/local/start";
import {
  durableDatabase,
  eventually,
  localOptions,
  newClient,
  startApp,
} from "@/tests/contracts/inngest/support";
import { freePort, ServerProcess } from "@/tests/support/durable-server";

test("two instances share the work: limits hold over both, and when one is killed the other takes its work over", async () => {
  const options = localOptions(await durableDatabase());
  const first = await startLocalServer({ ...options, concurrency: 4 });
  afterAll(() => first.stop(0));
  const target = { url: first.url, signingKey: options.signingKey, eventKey: options.eventKey };

  const client = newClient(target);
  const inside = new Map<string, number>();
  let most = 0;
  const recorded = new Map<string, number>();
  const fn = client.createFunction(
    {
      id: "shared",
      retries: 20,
      concurrency: { limit: 1, key: "event.data.tenant" },
      triggers: { event: "shared/asked" },
    },
    async ({ event, step }) => {
      for (let n = 0; n < 5; n += 1) {
        await step.run(`step-${n}`, async () => {
          const key = `${event.data.run}/${n}`;
          recorded.set(key, (recorded.get(key) ?? 0) + 1);
          const now = (inside.get(event.data.tenant) ?? 0) + 1;
          inside.set(event.data.tenant, now);
          most = Math.max(most, now);
          await new Promise((resolve) => setTimeout(resolve, 30));
          inside.set(event.data.tenant, (inside.get(event.data.tenant) ?? 0) - 1);
        });
      }
      return event.data.run;
    },
  );
  const app = await startApp(target, client, [fn]);
  const port = await freePort();
  const second = new ServerProcess({
    INNGEST_SIGNING_KEY: options.signingKey,
    INNGEST_EVENT_KEY: options.eventKey,
    INNGEST_SERVE_URL: app.url,
    INNGEST_LOCAL_PORT: String(port),
    INNGEST_LOCAL_CONCURRENCY: "4",
    INNGEST_LOCAL_BACKOFF_SCALE: "0.001",
  });
  afterAll(() => second.end("SIGKILL"));
  await second.start();
  await app.sync();

  const events = Array.from({ length: 24 }, (_, run) => ({
    name: "shared/asked",
    data: { run, tenant: `t${run % 6}` },
    id: `shared-${run}`,
  }));
  await client.send(events.slice(0, 12));
  await fetch(`http://127.0.0.1:${port}/e/${options.eventKey}`, {
    method: "POST",
    body: JSON.stringify(events.slice(12)),
  });
  await eventually(() => recorded.size > 40);
  const mostBeforeKill = most;
  await second.end("SIGKILL");

  for (const [run, { id }] of events.entries()) {
    expect((await app.ended(id))[0]).toMatchObject({ status: "Completed", output: run });
  }
  expect(mostBeforeKill).toBe(1);
  expect(recorded.size).toBe(24 * 5);
  const again = [...recorded.values()].filter((count) => count > 1).length;
  expect(again).toBeLessThanOrEqual(4);
});
