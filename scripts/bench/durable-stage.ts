import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import type pg from "pg";
import { freePort, ServerProcess } from "@/tests/support/durable-server";
import { type ScratchDatabase, scratchDatabase } from "../db/scratch-database";
import { pause } from "../system/processes";

/** When a run was asked for and when each of its steps began, in milliseconds of one clock. */
export type RunTimes = { sentAt: number; stepsAt: number[] };

export type Stage = {
  /** As the owner of the schema. */
  owner: pg.Pool;
  databaseUrl: string;
  /** Where the app takes call requests, without query. */
  appUrl: string;
  signingKey: string;
  /** Sends an event that starts a run of so many steps. Settles when the function has returned. */
  run(steps: StepCount): Promise<RunTimes>;
  /** Waits until no run is open in the database. */
  settled(): Promise<void>;
  /** Memory that the server's process holds, in MB. */
  serverMemory(): Promise<number>;
  stop(): Promise<void>;
};

export const stepCounts = [1, 10] as const;
export type StepCount = (typeof stepCounts)[number];

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * What the benches of durable work play on: a PostgreSQL that flushes to disk, the local server in a process of its own as
 * `npm start` runs it, and an app on real HTTP that serves functions by the SDK's own handler.
 */
export async function openStage(): Promise<Stage> {
  const database = await scratchDatabase({ durable: true });
  const signingKey = `signkey-test-${randomBytes(32).toString("hex")}`;
  const eventKey = randomBytes(16).toString("hex");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const client = new Inngest({
    id: "bench",
    baseUrl: url,
    eventKey,
    signingKey,
    isDev: false,
    logger: silent,
  });
  const open = new Map<number, { times: RunTimes; end: (times: RunTimes) => void }>();
  const app = await serveFunctions(client, open);
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`;
  const server = new ServerProcess({
    INNGEST_SIGNING_KEY: signingKey,
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_SERVE_URL: appUrl,
    INNGEST_LOCAL_PORT: String(port),
  });
  const stop = async () => {
    await server.end("SIGTERM");
    app.close();
    app.closeAllConnections();
    await database.stop();
  };
  try {
    await server.start();
    await untilRegistered(database);
  } catch (error) {
    await stop();
    throw error;
  }

  let last = 0;
  return {
    owner: database.owner,
    databaseUrl: database.databaseUrl,
    appUrl,
    signingKey,
    run(steps) {
      const run = ++last;
      return new Promise((end, fail) => {
        open.set(run, { times: { sentAt: performance.now(), stepsAt: [] }, end });
        client.send({ name: `bench/steps-${steps}`, data: { run } }).catch(fail);
      });
    },
    async settled() {
      const text = "select exists (select from durable.runs where ended_at is null) as is_open";
      while ((await database.owner.query(text)).rows[0].is_open) await pause(5);
    },
    serverMemory: () => memoryOf(server.pid),
    stop,
  };
}

type Open = Map<number, { times: RunTimes; end: (times: RunTimes) => void }>;

async function serveFunctions(client: Inngest, open: Open): Promise<Server> {
  const functions = stepCounts.map((steps) =>
    client.createFunction(
      { id: `steps-${steps}`, triggers: { event: `bench/steps-${steps}` } },
      async ({ event, step }) => {
        const run = open.get(event.data.run);
        for (let n = 0; n < steps; n += 1) {
          await step.run(`step-${n}`, () => {
            run?.times.stepsAt.push(performance.now());
            return n;
          });
        }
        open.delete(event.data.run);
        run?.end(run.times);
      },
    ),
  );
  const app = createServer(serve({ client, functions }));
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  return app;
}

async function untilRegistered({ owner }: ScratchDatabase): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { rowCount } = await owner.query("select 1 from durable.apps");
    if (rowCount === 1) return;
    await pause(50);
  }
  throw new Error("The app has not registered its functions.");
}

async function memoryOf(pid: number): Promise<number> {
  const { execFileSync } = await import("node:child_process");
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(kilobytes) / 1_024;
}
