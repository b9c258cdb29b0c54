import type pg from "pg";
import { config } from "@/lib/core/config/load";
import { createPool } from "@/lib/core/db/pool";
import { roleUrls } from "@/lib/core/db/roles";
import { processWide } from "@/lib/core/process-wide";

const pools = processWide("pools", () => new Map<string, pg.Pool>());

/** Connections that serve requests, under row-level security. Use `tenantTransaction` rather than the pool. */
export function appPool(): pg.Pool {
  return open("app", config().DATABASE_POOL_MAX);
}

/** Connections of the narrow role that works across tenants: outbox relay, key rotation, housekeeping, health. */
export function platformPool(): pg.Pool {
  return open("platform", 2);
}

export async function closePools(): Promise<void> {
  const opened = [...pools.values()];
  pools.clear();
  await Promise.all(opened.map((pool) => pool.end()));
}

function open(role: "app" | "platform", max: number): pg.Pool {
  let pool = pools.get(role);
  if (pool === undefined) {
    const waitMs = config().DATABASE_POOL_WAIT_MS;
    pool = createPool({ url: roleUrls(config())[role], max, waitMs, name: `panel1-${role}` });
    pools.set(role, pool);
  }
  return pool;
}
