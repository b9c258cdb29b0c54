import type pg from "pg";
import { newId } from "@/lib/core/ids";

/** The platform of an installation under test, on a host of its own. There is at most one per database. */
export async function aPlatform(owner: pg.Pool, host = "platform.example.test"): Promise<{ id: string }> {
  const id = newId();
  await owner.query(
    `insert into tenants (id, kind, name, country, currency, language, time_zone, created_at, updated_at)
     values ($1, 'PLATFORM', 'Hosting Platform', 'DE', 'EUR', 'en', 'Europe/Berlin', now(), now())`,
    [id],
  );
  await aHost(owner, id, host);
  return { id };
}

/** A host that is proved to be a tenant's. */
export async function aHost(owner: pg.Pool, tenantId: string, host: string): Promise<void> {
  await owner.query(
    "insert into tenant_domains (host, tenant_id, is_primary, verified_at, created_at) values ($1, $2, true, now(), now())",
    [host, tenantId],
  );
}

/** What an audit chain holds of an operation, oldest first. */
export async function auditOf(owner: pg.Pool, tenantId: string, operation: string) {
  const { rows } = await owner.query(
    `select actor_kind, actor_name, by_name, record_type, record_id, before, after from audit_log
     where tenant_id = $1 and operation = $2 order by sequence`,
    [tenantId, operation],
  );
  return rows;
}

/** Names of the events that wait in a tenant's outbox, oldest first. */
export async function eventsOf(owner: pg.Pool, tenantId: string): Promise<string[]> {
  const { rows } = await owner.query(
    "select name from outbox_events where tenant_id = $1 order by sequence",
    [tenantId],
  );
  return rows.map(({ name }) => name);
}
