import "server-only";
import type pg from "pg";
import { ask } from "@/lib/core/db/ask";
import { sql } from "@/lib/core/db/sql";

export type CheckedChain = {
  readonly tenantId: string;
  readonly name: string;
  readonly entries: bigint;
  /** Sequence of the first entry that does not fit the one before; null when all do. */
  readonly firstBreak: bigint | null;
};

/** Checks the audit chain of every tenant, one after the other, through the platform's own connection. */
export async function* verifyChains(platform: pg.Pool): AsyncGenerator<CheckedChain> {
  const tenants = await ask<{ id: string; name: string }>(
    platform,
    sql`select id, name from tenants order by name, id`,
  );
  for (const { id, name } of tenants) {
    const [chain] = await ask<{ entries: bigint; broken: bigint | null }>(
      platform,
      sql`select coalesce((select sequence from audit_heads where tenant_id = ${id}::uuid), 0) as entries,
        audit_first_break(${id}::uuid) as broken`,
    );
    yield { tenantId: id, name, entries: chain?.entries ?? 0n, firstBreak: chain?.broken ?? null };
  }
}
