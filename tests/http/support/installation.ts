import pg from "pg";
import { afterAll, inject } from "vitest";
import { fingerprint } from "@/tests/support/world";
import type { SharedApp } from "./app-setup";

/** The running product and what is in it. */
export const app: SharedApp = inject("sharedApp");
export const { first, second, third, platform } = app.installation;
export const origin = app.url;

let pool: pg.Pool | undefined;

/** Its database as the owner of the schema: for looking behind the curtain. */
export function owner(): pg.Pool {
  if (pool === undefined) {
    const opened = new pg.Pool({ connectionString: app.ownerUrl, max: 3 });
    opened.on("error", () => {});
    pool = opened;
    afterAll(() => opened.end());
  }
  return pool;
}

/**
 * Everything that both companies hold, as one fingerprint, without what a mere visit leaves behind: when a session or key was
 * last seen.
 */
export async function everything(): Promise<string> {
  const prints = [];
  for (const { tenantId } of [first, second]) {
    const { sessions, api_keys, ...rest } = await fingerprint(owner(), tenantId);
    prints.push(rest);
    for (const [table, columns] of Object.entries(steady)) {
      const { rows } = await owner().query(
        `select md5(string_agg((${columns})::text, '|' order by id)) as print from ${table} where tenant_id = $1`,
        [tenantId],
      );
      prints.push({ [table]: rows[0].print });
    }
  }
  return JSON.stringify(prints);
}

const steady = {
  sessions: "id, user_id, expires_at, revoked_at",
  api_keys: "id, name, scopes, expires_at, revoked_at",
};

/** Resident memory of the web server, in bytes. */
export async function residentBytes(pid = app.pid): Promise<number> {
  const { readFile } = await import("node:fs/promises");
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => undefined);
  if (status !== undefined) return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;

  const { execFileSync } = await import("node:child_process");
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;
}

export async function printed(): Promise<string> {
  return (await fetch(app.outputUrl)).text();
}
