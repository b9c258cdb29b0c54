import { setMaxListeners } from "node:events";
import type { AddressInfo } from "node:net";
import { startAlarm } from "./alarm";
import { createDurablePool } from "./database";
import { Instance } from "./instance";
import type { DurableLog, Engine } from "./model";
import { forgetDeadInstances, mendQueue, takeBackJobs } from "./repair";
import { repeat } from "./repeat";
import { deleteOld } from "./retention";
import { createApi } from "./server";
import { Workers } from "./worker";

export type LocalServerOptions = {
  /** As a member of `panel1_durable`, on a database that `migrateDurable` has prepared. A direct connection, no pooler. */
  databaseUrl: string;
  signingKey: string;
  signingKeyFallback?: string | undefined;
  eventKey: string;
  /** 0 takes any free port. */
  port: number;
  /** How many calls to the app this process makes at once. */
  concurrency: number;
  backoffScale: number;
  callTimeoutMs: number;
  inlineLimitBytes: number;
  retentionDays: number;
  log: DurableLog;
};

export type LocalServer = {
  /** What `INNGEST_BASE_URL` of the app must be. */
  url: string;
  engine: Engine;
  /** Takes no more work, waits up to `graceMs` for calls under way, and leaves the rest to the next start. */
  stop(graceMs?: number): Promise<void>;
};

const shortTasksAtOnce = 3;

/** Starts the local durable-work server: interface, workers, alarm, repair and retention. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { databaseUrl, log, concurrency } = options;
  const pool = createDurablePool(databaseUrl, concurrency + shortTasksAtOnce + 4);
  const shutdown = new AbortController();
  // One listener per call under way.
  setMaxListeners(0, shutdown.signal);
  const engine: Engine = {
    pool,
    log,
    signingKey: options.signingKey,
    signingKeyFallback: options.signingKeyFallback,
    eventKey: options.eventKey,
    backoffScale: options.backoffScale,
    callTimeoutMs: options.callTimeoutMs,
    inlineLimitBytes: options.inlineLimitBytes,
    shutdown: shutdown.signal,
  };

  const instance = new Instance(databaseUrl, pool, log);
  await instance.begin();
  await takeBackJobs(pool);
  const workers = [
    new Workers({ engine, instance, pool, concurrency, kind: "calls" }),
    new Workers({ engine, instance, pool, concurrency: shortTasksAtOnce, kind: "others" }),
  ];
  for (const some of workers) await some.start();
  const duties = [
    startAlarm(pool, log),
    repeat("take back jobs", 2_000, () => takeBackJobs(pool, instance), log),
    repeat("mend the queue", 30_000, () => mendQueue(pool), log),
    repeat("forget dead instances", 60_000, () => forgetDeadInstances(pool), log),
    repeat("delete what is old", 3_600_000, () => deleteOld(pool, options.retentionDays), log),
  ];

  const api = createApi(engine);
  await new Promise<void>((resolve, reject) => {
    api.once("error", reject);
    api.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = api.address() as AddressInfo;

  const stop = async (graceMs = 10_000) => {
    for (const end of duties) end();
    api.close();
    const deadline = setTimeout(() => shutdown.abort(), graceMs);
    await Promise.all(workers.map((some) => some.stop()));
    clearTimeout(deadline);
    api.closeAllConnections();
    await instance.end();
    await pool.end();
  };
  return { url: `http://127.0.0.1:${port}`, engine, stop };
}
