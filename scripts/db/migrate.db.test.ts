import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { type MigrationRefused, migrate } from "./migrate";

const AUTH_SECRET = "s".repeat(40);
let folder: string;
let database: string;
let owner: pg.Client;

beforeEach(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  folder = mkdtempSync(path.join(tmpdir(), "panel1-test-migrations-"));
  database = `migrate_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await onServer(`create database ${database}`);
  owner = new pg.Client({ connectionString: urlOf(database) });
  await owner.connect();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await owner.end();
  await onServer(`drop database ${database} with (force)`);
  for (const role of ["app", "platform", "durable"])
    await onServer(`drop role if exists ${database}_${role}_login`);
  rmSync(folder, { recursive: true, force: true });
});

function urlOf(name: string): string {
  const url = new URL(inject("templateUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function write(name: string, text: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), text);
}

const run = () => migrate({ DATABASE_URL: urlOf(database), AUTH_SECRET }, { folder });

async function refusal(): Promise<string> {
  const error: MigrationRefused = await run().then(
    () => expect.fail("nothing was refused"),
    (thrown) => thrown,
  );
  expect(error.name).toBe("MigrationRefused");
  return error.message;
}

describe("migrating", () => {
  test("applies what is new, in order, and nothing twice", async () => {
    write("20260101000000_one", "create table one (id int primary key);");
    write("20260102000000_two", "alter table one add column name text;");
    expect(await run()).toEqual(["20260101000000_one", "20260102000000_two"]);

    write("20260103000000_three", "create table three ();");
    expect(await run()).toEqual(["20260103000000_three"]);
    expect(await run()).toEqual([]);
  });

  test("writes Prisma's own history, so that its command line can go on from there", async () => {
    write("20260101000000_one", "create table one ();");
    await run();
    const { rows } = await owner.query(
      "select migration_name, applied_steps_count, finished_at, checksum from _prisma_migrations",
    );
    expect(rows).toEqual([
      {
        migration_name: "20260101000000_one",
        applied_steps_count: 1,
        finished_at: expect.any(Date),
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test("runs a script with functions and dollar quotes as it is written", async () => {
    write(
      "20260101000000_function",
      "create function twice(n int) returns int language plpgsql as $$ begin n := n * 2; return n; end $$; select twice(2);",
    );
    await run();
    expect((await owner.query("select twice(21) as answer")).rows).toEqual([{ answer: 42 }]);
  });

  test("a migration that fails half-way leaves nothing, says so, and is tried again by the next run", async () => {
    write("20260101000000_good", "create table good ();");
    write("20260102000000_bad", "create table half (); insert into half values (1);");
    const said = await refusal();
    expect(said).toContain("20260102000000_bad failed and was rolled back as a whole");
    expect(said).toMatch(/Reason: .*INSERT has more expressions/);
    expect(
      (await owner.query("select to_regclass('half') as half, to_regclass('good')::text as good")).rows,
    ).toEqual([{ half: null, good: "good" }]);

    expect(await refusal()).toContain("20260102000000_bad failed");
    expect(console.log).toHaveBeenCalledWith(expect.stringContaining("20260102000000_bad failed earlier"));

    write("20260102000000_bad", "create table half (id int); insert into half values (1);");
    expect(await run()).toEqual(["20260102000000_bad"]);
  });

  test("refuses a migration that was edited after it had been applied", async () => {
    write("20260101000000_one", "create table one ();");
    await run();
    write("20260101000000_one", "create table one (id int);");
    expect(await refusal()).toContain("changed after they had been applied: 20260101000000_one");
  });

  test("refuses a database that a newer version has migrated", async () => {
    write("20260101000000_one", "create table one ();");
    write("20260102000000_two", "create table two ();");
    await run();
    rmSync(path.join(folder, "20260102000000_two"), { recursive: true });
    expect(await refusal()).toMatch(/does not know: 20260102000000_two[\s\S]*newer version of Panel1/);
  });

  test("two processes that migrate at the same moment apply each migration once", async () => {
    for (const name of ["one", "two", "three"])
      write(`2026010100000${name.length}_${name}`, `create table ${name} ();`);
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat().sort()).toHaveLength(3);
  });

  test("the product's own migrations bring an empty database up to date", async () => {
    cpSync("prisma/migrations", folder, { recursive: true });
    const applied = await run();
    expect(applied.length).toBeGreaterThan(0);
    expect(await run()).toEqual([]);
  });
});
