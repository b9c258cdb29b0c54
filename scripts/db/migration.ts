import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { noFilters, openEngine } from "./engine";
import { migrationsFolder, newestSnapshot, schemaFiles, schemaText } from "./files";

/**
 * `npm run db:migration -- NAME [--empty]`: writes a migration from the newest snapshot of the schema to prisma/schema as it
 * is now. Compares two texts, so it needs no database and leaves alone what migrations write by hand (policies, functions).
 */
const [name, option] = process.argv.slice(2);

if (!name || !/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
  console.error("Give the migration a name in snake_case: npm run db:migration -- add_invoices [--empty]");
  process.exit(1);
}

// Two texts are compared: the engine asks for a connection and never opens it.
const engine = await openEngine(new pg.Pool({ max: 1 }), schemaFiles());
const snapshot = newestSnapshot();
const { stdout } = await engine.diff({
  from: snapshot
    ? { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: snapshot }] }
    : { tag: "empty" },
  to: { tag: "schemaDatamodel", files: schemaFiles() },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: noFilters,
});

const changes = (stdout ?? "").replace(/^-- CreateSchema\n.*\n\n?/m, "").trim();
const isEmpty = changes === "" || changes === "-- This is an empty migration.";
if (isEmpty && option !== "--empty") {
  console.log("The schema has not changed since the newest migration. For SQL of your own: --empty");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), isEmpty ? "" : `${changes}\n`);
  await writeFile(path.join(folder, "schema.prisma"), schemaText());
  console.log(
    `Written: ${path.relative(".", folder)}. For a new table add: select isolate_table('name', 'staff|client|shared', 'grants');`,
  );
}
process.exit();
