import { pathToFileURL } from "node:url";
import pg from "pg";
import { migrateDurable } from "@/inngest/local/migrate";
import { loadConfig } from "@/lib/core/config/load";
import { ensureRoles } from "@/lib/core/db/roles";
import { type Diagnosis, noFilters, openEngine, type SchemaEngine } from "./engine";
import { migrationList, migrationsFolder, schemaFiles } from "./files";

type Given = Parameters<typeof ensureRoles>[0];

/** The database cannot be brought up to date; the message says what happened and what to do. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
}

/** Held while migrating, so that two processes that start at once do not migrate twice. */
const lockKeys = "7201, 2";

/**
 * Brings the database to the newest migration and returns the names of those it applied. Creates the roles first: migrations
 * grant to them. Writes Prisma's ordinary history table, so `prisma migrate deploy` stays possible elsewhere.
 * Throws MigrationRefused when the history does not fit or a migration fails.
 */
export async function migrate(
  given: Given,
  { folder = migrationsFolder, lockTimeoutMs = 5_000 }: { folder?: string; lockTimeoutMs?: number } = {},
): Promise<string[]> {
  await ensureRoles(given);
  const options = `-c lock_timeout=${lockTimeoutMs}`;
  const pool = new pg.Pool({
    connectionString: given.DATABASE_URL,
    max: 1,
    options,
    application_name: "panel1-migrate",
  });
  const guard = new pg.Client({
    connectionString: given.DATABASE_URL,
    application_name: "panel1-migrate-guard",
  });
  let applied: string[] = [];
  pool.on("error", () => {});
  guard.on("error", () => {});
  try {
    await guard.connect();
    await guard.query(`select pg_advisory_lock(${lockKeys})`);
    applied = await apply(await openEngine(pool, schemaFiles()), folder);
  } finally {
    await guard.end();
    await pool.end();
  }
  // The local durable-work server keeps its own schemas, with a history of their own.
  await migrateDurable(given.DATABASE_URL);
  return applied;
}

async function apply(engine: SchemaEngine, folder: string): Promise<string[]> {
  const migrationsList = migrationList(folder);
  const input = { migrationsList, optInToShadowDatabase: false, filters: noFilters };
  await retryFailed(engine, await engine.diagnoseMigrationHistory(input));
  refuseForeignHistory(await engine.diagnoseMigrationHistory(input));

  try {
    return (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames;
  } catch (error) {
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory(input);
    throw new MigrationRefused(failureText(error as Error, failedMigrationNames));
  }
}

/**
 * A migration runs as one transaction, so a failed one has left no trace but its entry in the history: it is marked as rolled
 * back and tried again, and says itself what is wrong if it fails again.
 */
async function retryFailed(engine: SchemaEngine, { failedMigrationNames }: Diagnosis): Promise<void> {
  for (const migrationName of failedMigrationNames) {
    console.log(
      `The migration ${migrationName} failed earlier and was rolled back as a whole; trying it again.`,
    );
    await engine.markMigrationRolledBack({ migrationName });
  }
}

function refuseForeignHistory({ editedMigrationNames, history }: Diagnosis): void {
  if (editedMigrationNames.length > 0) {
    throw new MigrationRefused(
      `These migrations were changed after they had been applied: ${editedMigrationNames.join(", ")}.\n` +
        "A migration that was applied stays as it is. Restore the files, and put the change into a new migration.",
    );
  }
  if (history && history.diagnostic !== "databaseIsBehind") {
    throw new MigrationRefused(
      `The database holds migrations that this version does not know: ${history.unpersistedMigrationNames.join(", ")}.\n` +
        "It was used by a newer version of Panel1. Start that version, or restore a backup from before the upgrade.",
    );
  }
}

function failureText({ message }: Error, names: string[]): string {
  const said = /(?:Database error|ERROR): ?\n?(?!code)(.{1,500})/.exec(message)?.[1] ?? message.slice(0, 500);
  return (
    `The migration ${names.join(", ")} failed and was rolled back as a whole: the database is as it was before.\n` +
    `Reason: ${said.trim()}\n` +
    "Mend the cause (for instance data that breaks a new rule) and start again: the migration is then tried again."
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const applied = await migrate(loadConfig({ ...process.env, NODE_ENV: "development" }));
    console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
