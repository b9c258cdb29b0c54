import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { migrateDurable } from "@/inngest/local/migrate";
import { startLocalServer } from "@/inngest/local/start";
import { ensureDatabase, type RunningPostgres, startPostgres } from "@/scripts/db/postgres";
import { eventually, localOptions, newClient, startApp } from "@/tests/contracts/inngest/support";

test("PostgreSQL killed and started again in the middle: every run ends, none is lost, and all workers are back", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "panel1-outage-"));
  const start = () => startPostgres({ dataDir: folder, durable: true });
  let postgres: RunningPostgres = await start();
  await ensureDatabase(postgres, "durable");
  const databaseUrl = postgres.url("durable");
  await migrateDurable(databaseUrl);
  const options = { ...localOptions(databaseUrl), concurrency: 6 };
  const server = await startLocalServer(options);
  const target = { url: server.url, signingKey: options.signingKey, eventKey: options.eventKey };
  afterAll(async () => {
    await server.stop(0);
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const client = newClient(target);
  const effects = new Map<string, number>();
  const fn = client.createFunction(
    { id: "long", retries: 20, triggers: { event: "long/asked" } },
    async ({ event, step }) => {
      for (let n = 0; n < 10; n += 1) {
        await step.run(`step-${n}`, async () => {
          const key = `${event.data.run}/${n}`;
          effects.set(key, (effects.get(key) ?? 0) + 1);
          await new Promise((resolve) => setTimeout(resolve, 30));
        });
      }
      return "done";
    },
  );
  const app = await startApp(target, client, [fn]);
  await app.sync();
  const { ids } = await client.send(
    Array.from({ length: 20 }, (_, run) => ({ name: "long/asked", data: { run } })),
  );

  for (let outage = 1; outage <= 3; outage += 1) {
    await eventually(() => effects.size >= outage * 40);
    process.kill(postgres.pid, "SIGKILL");
    await postgres.ended;
    postgres = await start();
    expect(postgres.url("durable")).toBe(databaseUrl);
  }

  for (const id of ids) {
    const [run] = await eventually(() => app.ended(id).catch(() => undefined), 60_000);
    expect(run).toMatchObject({ status: "Completed", output: "done" });
  }
  expect(effects.size).toBe(200);

  let together = 0;
  let most = 0;
  const crowd = client.createFunction({ id: "crowd", triggers: { event: "crowd/asked" } }, async () => {
    together += 1;
    most = Math.max(most, together);
    await eventually(() => most === 6);
    together -= 1;
  });
  const next = await startApp(target, client, [crowd]);
  await next.sync();
  const crowdIds = (await client.send(Array.from({ length: 6 }, () => ({ name: "crowd/asked", data: {} }))))
    .ids;
  for (const id of crowdIds) expect((await app.ended(id))[0]?.status).toBe("Completed");
}, 180_000);
