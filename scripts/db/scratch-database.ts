import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { closePools } from "@/lib/core/db/pools";
import { migrate } from "./migrate";
import { ensureDatabase, startPostgres } from "./postgres";

export type ScratchDatabase = {
  databaseUrl: string;
  /** As the owner of the schema, to whom no policy applies. */
  owner: pg.Pool;
  stop(): Promise<void>;
};

type Options = {
  /** True flushes to disk as in production; false is faster. */
  durable: boolean;
  /** Connections of the application's pool. */
  poolMax?: number;
};

/**
 * Starts a migrated PostgreSQL of its own in a temporary folder and points the process's configuration at it, so that
 * operations run on it as the application role. `stop` removes it all.
 */
export async function scratchDatabase({ durable, poolMax }: Options): Promise<ScratchDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "panel1-scratch-"));
  const server = await startPostgres({ dataDir, durable });
  const removeServer = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(server, "panel1");
    const databaseUrl = server.url("panel1");
    const AUTH_SECRET = configure(databaseUrl, poolMax);
    await migrate({ DATABASE_URL: databaseUrl, AUTH_SECRET });

    const owner = new pg.Pool({ connectionString: databaseUrl, max: 40 });
    owner.on("error", () => {});
    return {
      databaseUrl,
      owner,
      async stop() {
        await closePools();
        await owner.end();
        await removeServer();
      },
    };
  } catch (error) {
    await removeServer();
    throw error;
  }
}

function configure(databaseUrl: string, poolMax: number | undefined): string {
  const secret = randomBytes(48).toString("base64url");
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: secret,
    NODE_ENV: "test",
    APP_URL: "http://localhost:3000",
    LOG_LEVEL: "silent",
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64url")}`,
    DATABASE_POOL_WAIT_MS: "60000",
    ...(poolMax !== undefined && { DATABASE_POOL_MAX: String(poolMax) }),
  });
  return secret;
}
