import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";
import { config } from "@/lib/core/config/load";
import { closePools } from "@/lib/core/db/pools";
import { reportOf } from "@/lib/core/health/check";
import { processWide } from "@/lib/core/process-wide";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();
const migrations = readdirSync("prisma/migrations").filter((name) => /^\d/.test(name));

/** Where the migrations of the test's template were not recorded by the engine, recorded here. */
beforeAll(async () => {
  const { rows } = await database.owner.query(
    "select to_regclass('_prisma_migrations') is not null as exists",
  );
  if (rows[0].exists) return;
  await database.owner.query(
    "create table _prisma_migrations (migration_name varchar(255), finished_at timestamptz, rolled_back_at timestamptz)",
  );
  for (const name of migrations) {
    await database.owner.query("insert into _prisma_migrations values ($1, now(), null)", [name]);
  }
});

beforeEach(() => {
  processWide("readiness", () => ({ until: 0 })).until = 0;
});

async function report() {
  const response = await ready();
  return { status: response.status, body: await response.json(), text: "" };
}

test("a live process says so without asking anything", async () => {
  expect(await live().json()).toEqual({ status: "ok" });
});

test("an installation is ready when database, migrations and roles are as they should be", async () => {
  const { status, body } = await report();
  expect(status).toBe(200);
  expect(body.status).toBe("ok");
  expect(body.checks).toMatchObject({
    database: { status: "ok", isNeeded: true },
    migrations: { status: "ok" },
    database_roles: { status: "ok" },
    outbox: { status: "ok", isNeeded: false },
    mail: { status: "not_configured" },
  });
});

test("a migration that is missing, unfinished or rolled back is named", async () => {
  const last = migrations.at(-1);
  for (const change of ["finished_at = null", "finished_at = now(), rolled_back_at = now()"]) {
    await database.owner.query(`update _prisma_migrations set ${change} where migration_name = $1`, [last]);
    processWide("readiness", () => ({ until: 0 })).until = 0;
    const { status, body } = await report();
    expect([status, body.checks.migrations.reason]).toEqual([
      503,
      `1 not applied, the first is ${last}: run npm run db:migrate`,
    ]);
  }
  await database.owner.query("update _prisma_migrations set finished_at = now(), rolled_back_at = null");
});

test("a role that could see past row-level security is not ready to serve", async () => {
  const role = new URL(database.app).username;
  await database.owner.query(`alter role "${role}" bypassrls`);
  const { status, body } = await report();
  await database.owner.query(`alter role "${role}" nobypassrls`);
  expect([status, body.checks.database_roles.reason]).toEqual([
    503,
    "the application role bypasses row-level security",
  ]);
});

test("events that wait for long degrade readiness and do not fail it", async () => {
  await database.owner.query(
    `insert into outbox_events (id, name, subject, payload, actor, occurred_at)
     values (gen_random_uuid(), 'test/late', 'x', '{}', '{}', now() - interval '10 minutes')`,
  );
  const { status, body } = await report();
  await database.owner.query("delete from outbox_events");
  expect([status, body.status]).toEqual([200, "degraded"]);
  expect(body.checks.outbox.reason).toBe("1 events wait, the oldest for 10 minutes");
});

test("mail and files are reported by whether they can be reached", async () => {
  const server = await listening();
  const { port } = server.address() as { port: number };
  const settings = config() as Record<string, unknown>;
  Object.assign(settings, {
    SMTP_URL: `smtp://user:hunter2@127.0.0.1:${port}`,
    S3_ENDPOINT: "http://127.0.0.1:1",
  });
  const { status, body } = await report();
  server.close();
  Object.assign(settings, { SMTP_URL: undefined, S3_ENDPOINT: undefined });

  expect([status, body.status]).toEqual([200, "degraded"]);
  expect(body.checks.mail.status).toBe("ok");
  expect(body.checks.files).toMatchObject({ status: "failed", reason: "ECONNREFUSED" });
  expect(JSON.stringify(body)).not.toMatch(/hunter2|127\.0\.0\.1/);
});

test("F-05: a database that is away is 503 with its reason, and readiness returns with it", async () => {
  const settings = config() as Record<string, unknown>;
  const real = settings.DATABASE_APP_URL;
  await closePools();
  settings.DATABASE_APP_URL = "postgresql://nobody:hunter2@127.0.0.1:1/none";
  const { status, body } = await report();
  await closePools();
  settings.DATABASE_APP_URL = real;
  expect([status, body.checks.database.reason]).toEqual([503, "ECONNREFUSED"]);
  expect(JSON.stringify(body)).not.toContain("hunter2");

  processWide("readiness", () => ({ until: 0 })).until = 0;
  expect((await report()).status).toBe(200);
});

test("a check that hangs or throws has failed, and says no more than its kind", async () => {
  const report = await reportOf(
    [
      { name: "hangs", isNeeded: true, run: () => new Promise(() => {}) },
      { name: "throws", isNeeded: false, run: () => Promise.reject(new Error("password hunter2")) },
    ],
    20,
  );
  expect(report.status).toBe("failed");
  expect(report.checks.hangs?.reason).toBe("no answer within 20 ms");
  expect(report.checks.throws?.reason).toBe("Error");
});

function listening(): Promise<Server> {
  const server = createServer((socket) => socket.end());
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
