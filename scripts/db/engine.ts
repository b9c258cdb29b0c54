import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";

export type MigrationDirectory = {
  path: string;
  migrationFile: { path: string; content: { tag: "ok"; value: string } };
};

export type MigrationList = {
  baseDir: string;
  lockfile: { path: string; content: string };
  shadowDbInitScript: string;
  migrationDirectories: MigrationDirectory[];
};

type Files = { path: string; content: string }[];
type Filters = { externalTables: string[]; externalEnums: string[] };

/** What we use of Prisma's schema engine. */
export type SchemaEngine = {
  applyMigrations(input: {
    migrationsList: MigrationList;
    filters: Filters;
  }): Promise<{ appliedMigrationNames: string[] }>;
  diagnoseMigrationHistory(input: {
    migrationsList: MigrationList;
    optInToShadowDatabase: boolean;
    filters: Filters;
  }): Promise<Diagnosis>;
  diff(input: {
    from: { tag: "empty" } | { tag: "schemaDatamodel"; files: Files };
    to: { tag: "schemaDatamodel"; files: Files };
    script: boolean;
    shadowDatabaseUrl: null;
    exitCode: null;
    filters: Filters;
  }): Promise<{ stdout: string | null }>;
  markMigrationRolledBack(input: { migrationName: string }): Promise<unknown>;
};

export type Diagnosis = {
  editedMigrationNames: string[];
  failedMigrationNames: string[];
  history:
    | { diagnostic: "databaseIsBehind"; unappliedMigrationNames: string[] }
    | { diagnostic: "migrationsDirectoryIsBehind"; unpersistedMigrationNames: string[] }
    | {
        diagnostic: "historiesDiverge";
        unpersistedMigrationNames: string[];
        unappliedMigrationNames: string[];
      }
    | null;
};

export const noFilters: Filters = { externalTables: [], externalEnums: [] };

type Glue = {
  SchemaEngine: {
    new: (input: object, log: (line: string) => void, adapter: object) => Promise<SchemaEngine>;
  };
};

let loading: Promise<Glue> | undefined;

/** Opens Prisma's schema engine on a connection. The schema matters to `diff` only. */
export async function openEngine(pool: pg.Pool, schema: Files): Promise<SchemaEngine> {
  loading ??= loadGlue();
  const { SchemaEngine } = await loading;
  const datamodels = schema.map(({ path: name, content }) => [name, content]);
  return SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)),
  );
}

/**
 * The engine as WebAssembly: the CLI would download a binary. The package's exports hide the parts that are needed outside a
 * bundler, so they are loaded by path; once per process, since the glue knows one instance only.
 */
async function loadGlue(): Promise<Glue> {
  // The engine reports a crash of its own through this global, as Prisma's CLI provides it.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's schema engine failed: ${message}`);
      },
    },
  });
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const glue = await import(pathToFileURL(path.join(folder, "schema_engine_bg.js")).href);
  const bytes = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
  return glue;
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks functions. Sent whole, PostgreSQL runs it as one
 * transaction: a migration that fails leaves nothing behind but its entry in the history.
 */
class WholeScripts extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script: string) => {
      await this.pool.query(script).catch((error) => {
        throw asAdapterError(error);
      });
    };
    return adapter;
  }
}

/** The database's refusal in the form in which the engine reports it with the migration's name; anything else as it is. */
function asAdapterError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = "", severity = "ERROR", message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}
