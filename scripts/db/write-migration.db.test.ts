import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { newestSnapshot, schemaFiles } from "./files";
import { changesSince, writeMigration } from "./write-migration";

let folder: string;
let folders: { migrations: string; schema: string; databaseUrl: string };

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "panel1-test-schema-"));
  folders = {
    migrations: path.join(folder, "migrations"),
    schema: path.join(folder, "schema"),
    databaseUrl: anyDatabase(),
  };
  mkdirSync(folders.migrations);
  mkdirSync(folders.schema);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Not the template: nobody may be connected to it while it is cloned. */
function anyDatabase(): string {
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  return url.href;
}

const main =
  'generator client {\n  provider = "prisma-client"\n}\n\ndatasource db {\n  provider = "postgresql"\n}\n';

/** Writes a schema with a table of the given columns. */
function define(columns: string[]): void {
  writeFileSync(path.join(folders.schema, "main.prisma"), main);
  writeFileSync(
    path.join(folders.schema, "notes.prisma"),
    `model Note {\n  id Int @id\n${columns.map((column) => `  ${column}\n`).join("")}\n  @@map("notes")\n}\n`,
  );
}

const sqlOf = (written: string | undefined) =>
  readFileSync(path.join(written ?? "", "migration.sql"), "utf8");

describe("writing a migration", () => {
  test("the first one creates what the schema names, the next one only what changed", async () => {
    define([]);
    const first = await writeMigration("notes", false, folders);
    expect(sqlOf(first)).toContain('CREATE TABLE "notes"');

    define(["title String"]);
    const second = await writeMigration("titles", false, folders);
    expect(sqlOf(second).trim()).toMatch(
      /^-- AlterTable\nALTER TABLE "notes" ADD COLUMN +"title" TEXT NOT NULL;$/,
    );
    expect(readdirSync(folders.migrations)).toEqual([
      path.basename(first ?? ""),
      path.basename(second ?? ""),
    ]);
  });

  test("nothing is written when nothing changed, unless an empty one is wanted", async () => {
    define([]);
    await writeMigration("notes", false, folders);
    expect(await writeMigration("again", false, folders)).toBeUndefined();
    expect(sqlOf(await writeMigration("policies", true, folders))).toBe("");
    expect(await writeMigration("again", false, folders)).toBeUndefined();
  });

  test("a new one comes after all that are there, whatever the clock says", async () => {
    define([]);
    mkdirSync(path.join(folders.migrations, "29991231235959_far"));
    writeFileSync(path.join(folders.migrations, "29991231235959_far/migration.sql"), "");
    expect(path.basename((await writeMigration("notes", false, folders)) ?? "")).toBe("29991231235960_notes");
  });
});

test("the migrations of the product lead to its schema: none is missing", async () => {
  expect(await changesSince(newestSnapshot(), schemaFiles(), anyDatabase())).toBe("");
});
