import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closePools } from "@/lib/core/db/pools";
import { ensureRoles, type RoleUrls, roleUrls } from "@/lib/core/db/roles";

export type TestDatabase = RoleUrls & {
  /** As the owner of the schema: for looking behind the curtain, never for the code under test. */
  ownerUrl: string;
  owner: pg.Pool;
};

const secret = "s".repeat(40);

/**
 * A migrated database of one's own for this test file, dropped when the file ends. The process's configuration points at it,
 * so operations run on it as in production: as the application role. `isEmpty` leaves the migrations to the test.
 */
export async function testDatabase({ isEmpty = false } = {}): Promise<TestDatabase> {
  const templateUrl = inject("templateUrl");
  const name = `test_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await onServer(
    templateUrl,
    `create database ${name} template ${isEmpty ? "template0" : "panel1_template"}`,
  );

  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  const given = { DATABASE_URL: url.href, AUTH_SECRET: secret };
  await ensureRoles(given);
  Object.assign(process.env, given, {
    NODE_ENV: "test",
    APP_URL: "http://localhost:3000",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64url")}`,
    METRICS_TOKEN: "metrics-token-of-the-tests",
    DATABASE_POOL_WAIT_MS: "15000",
  });

  const owner = new pg.Pool({ connectionString: url.href, max: 4 });
  owner.on("error", () => {});
  afterAll(async () => {
    await closePools();
    await owner.end();
    await onServer(templateUrl, `drop database if exists ${name} with (force)`);
  });
  return { ...roleUrls(given), ownerUrl: url.href, owner };
}

async function onServer(templateUrl: string, statement: string): Promise<void> {
  const url = new URL(templateUrl);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
