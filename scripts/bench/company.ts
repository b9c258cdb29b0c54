import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { closePools } from "@/lib/core/db/pools";
import { ensureRoles } from "@/lib/core/db/roles";
import { newId } from "@/lib/core/ids";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { issueSetupLink } from "@/lib/tenants/setup-link";
import { migrate } from "../db/migrate";
import { ensureDatabase, startPostgres } from "../db/postgres";
import { seed } from "./seed";
import type { BenchSize } from "./types";

/** A large company among others, on a PostgreSQL of its own that flushes to disk as in production. */
export type Company = {
  databaseUrl: string;
  /** As the owner of the schema, to whom no policy applies. */
  owner: pg.Pool;
  /** The company's owner, signed in. */
  actor: Actor & { id: string; sessionId: string };
  stop(): Promise<void>;
};

export type CompanyOptions = { size: BenchSize; progress?: (step: string) => void };

/** Rows of each large table, over all companies; the measured company holds half. */
export const rowsOf = { S: 100_000, L: 1_000_000 } as const;

/**
 * Starts a database, sets a company up as a person would, and fills it and its neighbours by SQL, the same each time. The
 * process's configuration points at it, so operations run on it as the application role.
 */
export async function startCompany({ size, progress = () => {} }: CompanyOptions): Promise<Company> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "panel1-bench-"));
  const server = await startPostgres({ dataDir, durable: true });
  const stop = async () => {
    await closePools();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(server, "panel1");
    const databaseUrl = server.url("panel1");
    configure(databaseUrl);
    progress("migrations");
    await migrate({ DATABASE_URL: databaseUrl, AUTH_SECRET: process.env.AUTH_SECRET as string });

    const owner = new pg.Pool({ connectionString: databaseUrl, max: 4 });
    owner.on("error", () => {});
    const actor = await foundCompany(databaseUrl, owner);
    await seed(owner, { tenantId: actor.tenantId, userId: actor.id, rows: rowsOf[size], progress });
    return {
      databaseUrl,
      owner,
      actor,
      stop: async () => {
        await owner.end();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configure(databaseUrl: string): void {
  const given = { DATABASE_URL: databaseUrl, AUTH_SECRET: randomBytes(48).toString("base64url") };
  Object.assign(process.env, given, {
    NODE_ENV: "test",
    APP_URL: "http://localhost:3000",
    LOG_LEVEL: "silent",
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64url")}`,
  });
}

async function foundCompany(databaseUrl: string, owner: pg.Pool): Promise<Company["actor"]> {
  await ensureRoles({ DATABASE_URL: databaseUrl, AUTH_SECRET: process.env.AUTH_SECRET as string });
  const link = await issueSetupLink({ databaseUrl, baseUrl: "http://localhost:3000" });
  const token = link?.split("/").at(-1) ?? "";
  const input = { ...setUp.example.input, token };
  const { tenantId, ownerId } = await run(setUp, input, { actor: visitor(newId()) });

  // With several companies here, each needs a host name of its own.
  await owner.query(
    "insert into tenant_domains (host, tenant_id, created_at) values ('localhost', $1, now())",
    [tenantId],
  );
  const sessionId = newId();
  await owner.query(
    `insert into sessions (id, tenant_id, user_id, address, user_agent, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, '192.0.2.1', 'Bench', now(), now(), now() + interval '1 day')`,
    [sessionId, tenantId, ownerId],
  );
  const actor = { kind: "user", audience: "staff", name: "Grace Hopper", permissions: ["*"] } as const;
  return { ...actor, tenantId, id: ownerId, sessionId };
}
