import { readdir } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { appPool, platformPool } from "@/lib/core/db/pools";
import { sql, toQuery } from "@/lib/core/db/sql";
import { type Check, failed, ok } from "@/lib/core/health/check";
import { readOutbox } from "@/lib/core/metrics";
import { processWide } from "@/lib/core/process-wide";

export const databaseReachable: Check = {
  name: "database",
  isNeeded: true,
  async run() {
    await appPool().query("select 1");
    return ok;
  },
};

/** Row-level security means nothing to a superuser, to BYPASSRLS, and to the owner of the tables. */
export const rolesAreNarrow: Check = {
  name: "database_roles",
  isNeeded: true,
  async run() {
    for (const [name, pool] of Object.entries({ application: appPool(), platform: platformPool() })) {
      const power = await powerOf(pool);
      if (power !== undefined) return failed(`the ${name} role ${power}`);
    }
    return ok;
  },
};

async function powerOf(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ is_super: boolean; bypasses: boolean; owns: boolean }>(
    toQuery(
      sql`select bool_or(rolsuper) as is_super, bool_or(rolbypassrls) as bypasses,
          exists (
            select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
              and pg_has_role(session_user, relowner, 'member')
          ) as owns
        from pg_roles where rolname in (session_user, current_user)`,
      false,
    ),
  );
  const [power] = rows;
  if (power?.is_super) return "is a superuser";
  if (power?.bypasses) return "bypasses row-level security";
  return power?.owns ? "owns tables" : undefined;
}

/** The database has every migration of this build, finished. One it has beyond them belongs to a newer build, and is fine. */
export const migrationsApplied: Check = {
  name: "migrations",
  isNeeded: true,
  async run() {
    const [wanted, applied] = await Promise.all([migrationsOfBuild(), migrationsOfDatabase()]);
    if (wanted.length === 0) return failed("this build carries no migrations");
    const missing = wanted.filter((name) => !applied.has(name));
    if (missing.length === 0) return ok;
    return failed(`${missing.length} not applied, the first is ${missing[0]}: run npm run db:migrate`);
  },
};

function migrationsOfBuild(): Promise<string[]> {
  return processWide("migrations-of-build", async () => {
    const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations");
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isDirectory() && /^\d{14}_\w+$/.test(entry.name));
    return names.map(({ name }) => name).sort();
  });
}

async function migrationsOfDatabase(): Promise<Set<string>> {
  const { rows } = await platformPool().query<{ name: string }>(
    toQuery(sql`select name from applied_migrations()`, false),
  );
  return new Set(rows.map(({ name }) => name));
}

/** Events wait when durable work does not take them: nothing is lost, but nothing happens either. */
export const outboxFlows: Check = {
  name: "outbox",
  isNeeded: false,
  async run() {
    const { unsent, oldestSeconds } = await readOutbox();
    const minutes = Math.floor(oldestSeconds / 60);
    return minutes < 5 ? ok : failed(`${unsent} events wait, the oldest for ${minutes} minutes`);
  },
};
