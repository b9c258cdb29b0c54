import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "@/scripts/db/migrate";
import { ensureDatabase, type RunningPostgres, startPostgres } from "@/scripts/db/postgres";

export type Ground = {
  databaseUrl: string;
  /** Stops PostgreSQL in the manner of a crash (immediate: nothing is rolled back or written), and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
};

/** A migrated PostgreSQL that flushes to disk and can be crashed. The process's environment points at it. */
export async function durableGround(): Promise<Ground> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "panel1-ground-"));
  const start = () => startPostgres({ dataDir, durable: true });
  let postgres: RunningPostgres = await start();
  await ensureDatabase(postgres, "panel1");
  const databaseUrl = postgres.url("panel1");
  const given = { DATABASE_URL: databaseUrl, AUTH_SECRET: randomBytes(48).toString("base64url") };
  Object.assign(process.env, given, {
    NODE_ENV: "test",
    APP_URL: "http://localhost:3000",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64url")}`,
  });
  await migrate(given);
  return {
    databaseUrl,
    async crash() {
      process.kill(postgres.pid, "SIGQUIT");
      await postgres.ended;
      postgres = await start();
      if (postgres.url("panel1") !== databaseUrl) throw new Error("PostgreSQL came back on another port.");
    },
    async stop() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
