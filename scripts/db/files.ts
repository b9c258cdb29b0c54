import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { MigrationList } from "./engine";

export const migrationsFolder = path.resolve("prisma/migrations");
const schemaFolder = path.resolve("prisma/schema");

/** The schema as written in prisma/schema, one file per domain. */
export function schemaFiles(folder = schemaFolder): { path: string; content: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(folder, name), "utf8") }));
}

/** The schema as one text, as it is kept beside the migration that brought the database to it. */
export function schemaText(folder = schemaFolder): string {
  return schemaFiles(folder)
    .map(({ content }) => content.trim())
    .join("\n\n")
    .concat("\n");
}

export function migrationNames(folder = migrationsFolder): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function migrationList(folder = migrationsFolder): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** The schema that the newest migration with a snapshot led to; undefined before the first. */
export function newestSnapshot(folder = migrationsFolder): string | undefined {
  const files = migrationNames(folder).map((name) => path.join(folder, name, "schema.prisma"));
  const newest = files.filter((file) => existsSync(file)).at(-1);
  return newest && readFileSync(newest, "utf8");
}
