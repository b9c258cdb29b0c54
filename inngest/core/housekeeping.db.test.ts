import { expect, test } from "vitest";
import { housekeeping } from "@/inngest/core/housekeeping";
import { runFunction } from "@/inngest/testing";
import { pruneExpired } from "@/lib/core/housekeeping";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

const { owner } = await testDatabase();
const now = new Date("2026-05-01T12:00:00Z");
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

async function fill(count: number): Promise<void> {
  await owner.query("truncate outbox_events, rate_limits");
  for (const [sentAt, rows] of [
    [before(24 * 8), count],
    [before(24 * 6), 2],
    [null, 3],
  ] as const) {
    await owner.query(
      `insert into outbox_events (id, name, subject, payload, actor, occurred_at, sent_at)
       select gen_random_uuid(), 'a/b', 's', '{}', '{}', $1, $2 from generate_series(1, $3::int)`,
      [before(24 * 9), sentAt, rows],
    );
  }
  await owner.query(
    "insert into rate_limits (key, points, expire) values ($1, 1, $2), ($3, 1, $4), ('forever', 1, null)",
    ["gone", now.getTime() - 1, "stays", now.getTime() + 1],
  );
}

async function count(table: "outbox_events" | "rate_limits"): Promise<number> {
  const text = {
    outbox_events: "select count(*)::int as n from outbox_events",
    rate_limits: "select count(*)::int as n from rate_limits",
  };
  return (await owner.query(text[table])).rows[0].n;
}

test("what is past its time goes, in chunks; what is not stays", async () => {
  await fill(2_500);
  const { id: tenantId } = await aTenant(owner);
  for (const [key, expiresAt] of [
    ["past", before(1)],
    ["ahead", before(-1)],
  ]) {
    await owner.query(
      `insert into idempotency_keys (tenant_id, actor_key, key, operation, request_hash, created_at, expires_at)
       values ($1, 'a', $2, 'o', '\\x00', $3, $4)`,
      [tenantId, key, before(30), expiresAt],
    );
  }

  expect(await pruneExpired("sent-events", now)).toBe(2_500);
  expect(await pruneExpired("rate-limits", now)).toBe(1);
  expect(await pruneExpired("idempotency-keys", now)).toBe(1);

  for (const [token, expiresAt] of [
    ["old", before(25)],
    ["newer", before(23)],
  ]) {
    await owner.query("insert into setup_links (token_hash, created_at, expires_at) values ($1, $2, $3)", [
      Buffer.from(String(token)),
      before(72),
      expiresAt,
    ]);
  }
  expect(await pruneExpired("setup-links", now)).toBe(1);

  expect(await count("outbox_events")).toBe(5);
  expect(await count("rate_limits")).toBe(2);
  const { rows } = await owner.query("select key from idempotency_keys");
  expect(rows).toEqual([{ key: "ahead" }]);
});

test("the hourly job does all of it, a step each", async () => {
  await fill(3);

  const result = await runFunction(housekeeping, { event: { name: "inngest/scheduled.timer" } });

  expect(result.status).toBe("completed");
  expect(result.history.map(({ step }) => step)).toEqual([
    "prune-idempotency-keys",
    "prune-sent-events",
    "prune-rate-limits",
    "prune-mail-bodies",
    "prune-setup-links",
    "prune-carts",
  ]);
});
