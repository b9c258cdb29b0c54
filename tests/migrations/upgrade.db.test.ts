import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { migrationNames } from "@/scripts/db/files";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";
import { seedRows, upgradeUnderLoad } from "./upgrade";

/**
 * The newest migration of the first release, which is still to come: there is no application before it that would have to go on
 * working. It stays at the newest one until then.
 */
const lastOfFirstRelease = migrationNames().at(-1) ?? "";
const firstRelease = migrationNames().filter((name) => name <= lastOfFirstRelease);

const script = (name: string) => readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8");
const database = await testDatabase({ isEmpty: true });
let tenantId: string;

beforeAll(async () => {
  for (const name of firstRelease) await database.owner.query(script(name));
  tenantId = (await aTenant(database.owner)).id;
  await seedRows(database.owner, tenantId, 1_000_000);
}, 180_000);

const upgrade = (sql: string) => upgradeUnderLoad(database.owner, database.app, tenantId, sql);

describe("F-44: an upgrade while the application of the release before serves, over a million rows", () => {
  test("every migration since the first release keeps it working", async () => {
    for (const name of migrationNames().slice(firstRelease.length)) {
      expect(await upgrade(script(name)), name).toEqual([]);
    }
  }, 300_000);

  test("adding a column with a default disturbs nobody", async () => {
    const expand = "alter table clients add column probe boolean not null default false";
    expect(await upgrade(expand)).toEqual([]);
  });

  test("a migration that takes away what the release before uses is found out", async () => {
    expect(await upgrade("alter table clients rename column name to title")).toEqual([
      'column "name" does not exist',
    ]);
    await database.owner.query("alter table clients rename column title to name");
  });

  test("a migration that keeps people waiting is found out", async () => {
    const slow = "begin; lock table clients in access exclusive mode; select pg_sleep(2.5); commit";
    expect(await upgrade(slow)).toEqual(["canceling statement due to lock timeout"]);
  });
});
