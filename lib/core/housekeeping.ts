import { platformPool } from "@/lib/core/db/pools";

/** What is deleted once it is past its time. */
export const pruneTargets = [
  "idempotency-keys",
  "sent-events",
  "rate-limits",
  "mail-bodies",
  "setup-links",
  "carts",
] as const;
export type PruneTarget = (typeof pruneTargets)[number];

/** Rows per statement: no lock is held for long, and the log of changes comes in small portions. */
const chunk = 1_000;

const statements: Record<PruneTarget, string> = {
  "idempotency-keys": `delete from idempotency_keys where (tenant_id, actor_key, key) in (
    select tenant_id, actor_key, key from idempotency_keys where expires_at < $1 order by expires_at limit $2)`,
  "sent-events": `delete from outbox_events where id in (
    select id from outbox_events where sent_at < $1::timestamptz - interval '7 days' order by sent_at limit $2)`,
  "rate-limits": `delete from rate_limits where key in (
    select key from rate_limits where expire < extract(epoch from $1::timestamptz) * 1000 limit $2)`,
  // Of a mail stays that it was; what it said goes, sooner where it carried a credential.
  "mail-bodies": `update mail_messages set body = null, body_key_id = null where id in (
    select id from mail_messages where body is not null
      and created_at < $1::timestamptz - case when is_sensitive then interval '7 days' else interval '90 days' end
    order by created_at limit $2)`,
  // What became an order is kept with it.
  carts: `delete from carts where (tenant_id, id) in (
    select tenant_id, id from carts where order_id is null and expires_at < $1 order by expires_at limit $2)`,
  "setup-links": `delete from setup_links where ctid in (
    select ctid from setup_links where expires_at < $1::timestamptz - interval '1 day' limit $2)`,
};

/**
 * Deletes rows that are past their time at `now`, in chunks: idempotency keys that expired, events handed over more than 7 days ago,
 * counters of the rate limiter that ran out, bodies of old mails, links to set up, carts. Works across tenants as the platform role. Returns the number of rows.
 */
export async function pruneExpired(target: PruneTarget, now: Date): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await platformPool().query(statements[target], [now, chunk]);
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < chunk) return total;
  }
}
