import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { noFilters, openEngine } from "./engine";
import { migrationNames, migrationsFolder, newestSnapshot, schemaFiles, schemaText } from "./files";
import { startPostgres } from "./postgres";

type Options = {
  migrations?: string;
  schema?: string;
  /** Any database of a server that may be asked; without it an empty server of one's own is started for the while. */
  databaseUrl?: string;
};

/**
 * Writes a migration from the newest snapshot of the schema to the schema as it is now, with a snapshot of its own, and returns
 * its folder; undefined when nothing has changed and `isEmptyWanted` is not set. Compares two texts, and so leaves alone what
 * migrations write by hand (policies, functions).
 */
export async function writeMigration(
  name: string,
  isEmptyWanted: boolean,
  { migrations = migrationsFolder, schema, databaseUrl }: Options = {},
): Promise<string | undefined> {
  const changes = await changesSince(newestSnapshot(migrations), schemaFiles(schema), databaseUrl);
  if (changes === "" && !isEmptyWanted) return undefined;

  const folder = path.join(migrations, `${nextStamp(migrations)}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), changes === "" ? "" : `${changes}\n`);
  await writeFile(path.join(folder, "schema.prisma"), schemaText(schema));
  return folder;
}

/** SQL that leads from a snapshot (nothing when undefined) to the schema; empty when they say the same. */
export async function changesSince(
  snapshot: string | undefined,
  files: { path: string; content: string }[],
  databaseUrl?: string,
): Promise<string> {
  return withDatabase(databaseUrl, async (url) => {
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    pool.on("error", () => {});
    const engine = await openEngine(pool, files);
    const compared = engine.diff({
      from: snapshot
        ? { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: snapshot }] }
        : { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: noFilters,
    });
    const { stdout } = await compared.finally(() => pool.end());
    const changes = (stdout ?? "").replace(/^-- CreateSchema\n.*\n\n?/m, "").trim();
    return changes === "-- This is an empty migration." ? "" : changes;
  });
}

/** The engine asks a server for its version, whatever it compares. */
async function withDatabase<T>(url: string | undefined, work: (url: string) => Promise<T>): Promise<T> {
  if (url !== undefined) return work(url);

  const dataDir = await mkdtemp(path.join(tmpdir(), "panel1-diff-"));
  const server = await startPostgres({ dataDir, durable: false, maxConnections: 10 });
  try {
    return await work(server.url("postgres"));
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The moment as digits, later than the newest migration's: they are applied in the order of their names. */
function nextStamp(migrations: string): string {
  const now = Number(new Date().toISOString().replace(/\D/g, "").slice(0, 14));
  const newest = Number(migrationNames(migrations).at(-1)?.slice(0, 14) ?? 0);
  return String(Math.max(now, newest + 1));
}
