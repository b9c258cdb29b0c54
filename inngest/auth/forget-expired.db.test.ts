import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { forgetExpiredAccounts } from "@/inngest/auth/forget-expired";
import { runFunction } from "@/inngest/testing";
import { forgetExpired, forgottenAtOnce } from "@/lib/auth/housekeeping/forget-expired";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { answerRequests, aPerson, enter, mailsTo } from "@/lib/auth/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);
const scheduled = { event: { name: "inngest/scheduled.timer" } };

const insert = {
  links: `insert into one_time_tokens (token_hash, id, tenant_id, purpose, created_at, expires_at)
    values ($3, gen_random_uuid(), $1, 'sign_in_link', $2, $2)`,
  challenges: `insert into sign_in_challenges (id, tenant_id, purpose, holder_hash, created_at, expires_at)
    values (gen_random_uuid(), $1, 'second_factor', $3, $2, $2)`,
  throttles: `insert into sign_in_throttles (tenant_id, key, failures, first_at, last_at)
    values ($1, encode($3, 'hex'), 3, $2, $2)`,
  requests: `insert into account_requests (id, tenant_id, kind, email, data, created_at)
    values (gen_random_uuid(), $1, 'reset_password', encode($3, 'hex') || '@example.com', '{}', $2)`,
  invitations: `insert into invitations (id, tenant_id, kind, email, role, created_at, expires_at)
    values (gen_random_uuid(), $1, 'STAFF', encode($3, 'hex') || '@example.com', 'support', $2, $2)`,
} as const;
type Kind = keyof typeof insert;
const tables: Record<Kind, string> = {
  links: "one_time_tokens",
  challenges: "sign_in_challenges",
  throttles: "sign_in_throttles",
  requests: "account_requests",
  invitations: "invitations",
};

async function add(tenant: TestTenant, kind: Kind, days: number): Promise<void> {
  await database.owner.query(insert[kind], [tenant.id, ago(days), randomBytes(16)]);
}

async function left(tenant: TestTenant, table: string): Promise<number> {
  const { rows } = await database.owner.query(
    `select count(*)::int as n from ${table} where tenant_id = $1`,
    [tenant.id],
  );
  return rows[0].n;
}

test("what is past its time goes at every company, what is not stays, and a repeat finds nothing", async () => {
  const companies = [await aTenant(database.owner), await aTenant(database.owner)];
  const limits: Record<Kind, number> = {
    links: 7,
    challenges: 1,
    throttles: 1,
    requests: 7,
    invitations: 90,
  };
  const kinds = Object.keys(limits) as Kind[];
  for (const tenant of companies) {
    for (const kind of kinds) {
      await add(tenant, kind, limits[kind] + 0.1);
      await add(tenant, kind, limits[kind] - 0.1);
    }
  }

  const first = await runFunction(forgetExpiredAccounts, scheduled);
  expect(first).toMatchObject({
    status: "completed",
    output: { companies: 2, forgotten: 2 * kinds.length, failed: 0 },
  });
  for (const tenant of companies) {
    for (const kind of kinds) expect(await left(tenant, tables[kind]), kind).toBe(1);
  }
  const again = await runFunction(forgetExpiredAccounts, {
    ...scheduled,
    failures: [{ step: "forget-0", when: "after" }],
  });
  expect(again).toMatchObject({ status: "completed", output: { forgotten: 0, failed: 0 } });
});

test("a flood goes in portions, and nobody but the company's own automation deletes", async () => {
  const tenant = await aTenant(database.owner);
  await database.owner.query(
    `insert into sign_in_throttles (tenant_id, key, failures, first_at, last_at)
     select $1, 'address:' || n, 1, $2, $2 from generate_series(1, $3::int) n`,
    [tenant.id, ago(2), forgottenAtOnce + 5],
  );
  const portion = () => runAsSystem(tenant.id, forgetExpired, { what: "throttles" });
  expect(await portion()).toEqual({ forgotten: forgottenAtOnce, isDone: false });
  expect(await portion()).toEqual({ forgotten: 5, isDone: true });

  const actor = clientUser(tenant.id, randomUUID());
  await expect(run(forgetExpired, { what: "links" }, { actor })).rejects.toMatchObject({
    code: "core.forbidden",
  });
});

test("ended sessions go when the company's time is over; those in force and those that tell of impersonation stay", async () => {
  const tenant = await aTenant(database.owner);
  const { id, email } = await aPerson(tenant.id);
  const [ended, open, own] = [
    await enter(tenant.id, email),
    await enter(tenant.id, email),
    await enter(tenant.id, email),
  ];
  const change = (text: string, id: string, ...more: unknown[]) =>
    database.owner.query(`update sessions set ${text} where id = $1`, [id, ...more]);
  await change("revoked_at = $2", ended.sessionId, ago(91));
  await change("revoked_at = $2", own.sessionId, ago(91));
  const acted = await enter(tenant.id, email);
  await change(
    "impersonator_id = $2, impersonator_session_id = $3, impersonation_reason = 'Ticket', revoked_at = $4",
    acted.sessionId,
    id,
    own.sessionId,
    ago(91),
  );

  await runFunction(forgetExpiredAccounts, scheduled);
  const { rows } = await database.owner.query("select id from sessions where tenant_id = $1", [tenant.id]);
  expect(rows.map((row) => row.id).sort()).toEqual([open, own, acted].map((one) => one.sessionId).sort());

  await change("revoked_at = $2", acted.sessionId, ago(731));
  await runFunction(forgetExpiredAccounts, scheduled);
  expect(await left(tenant, "sessions")).toBe(1);
});

test("an account that nobody confirmed goes with its mails, on record; one with an open link stays", async () => {
  const tenant = await aTenant(database.owner);
  const pending = async (days: number) => {
    const { id, email } = await aPerson(tenant.id);
    await run(requestSignInLink, { email }, { actor: visitor(tenant.id) });
    await answerRequests(database.owner, tenant.id);
    await database.owner.query(
      "update users set status = 'PENDING', email_verified_at = null, updated_at = $2 where id = $1",
      [id, ago(days)],
    );
    return { id, email };
  };
  const close = (id: string) =>
    database.owner.query("update one_time_tokens set expires_at = $2 where user_id = $1", [id, ago(1)]);
  const [gone, fresh, linked] = [await pending(15), await pending(13), await pending(15)];
  await Promise.all([close(gone.id), close(fresh.id)]);

  await runFunction(forgetExpiredAccounts, scheduled);
  const { rows } = await database.owner.query("select id from users where tenant_id = $1", [tenant.id]);
  expect(rows.map(({ id }) => id).sort()).toEqual([fresh.id, linked.id].sort());
  expect(await mailsTo(database.owner, tenant.id, gone.email)).toEqual([]);
  const { rows: records } = await database.owner.query(
    "select operation, actor_kind, before from audit_log where record_id = $1 order by sequence desc limit 1",
    [gone.id],
  );
  expect(records).toMatchObject([
    { operation: "auth.account.forgetExpired", actor_kind: "system", before: { status: "PENDING" } },
  ]);
  const { rows: events } = await database.owner.query(
    "select 1 from outbox_events where tenant_id = $1 and name = 'auth/user.forgotten' and subject = $2",
    [tenant.id, gone.id],
  );
  expect(events).toHaveLength(1);
});

test("the file of an export that outlived its run goes", async () => {
  const tenant = await aTenant(database.owner);
  const { rows } = await database.owner.query(
    `with file as (
       insert into stored_files (id, tenant_id, media_type, size_bytes, sha256, content, created_at)
       values (gen_random_uuid(), $1, 'application/zip', 1, '\\x00', '\\x00', now()) returning id)
     insert into data_exports (id, tenant_id, subject_kind, subject_id, subject_name, requested_by_id, status, file_id, created_at, expires_at)
     select gen_random_uuid(), $1, 'user', gen_random_uuid(), 'Ada', gen_random_uuid(), 'ready', id, $2, $3 from file returning id`,
    [tenant.id, ago(9), ago(2)],
  );
  await runFunction(forgetExpiredAccounts, scheduled);
  expect(await left(tenant, "stored_files")).toBe(0);
  const { rows: after } = await database.owner.query("select status from data_exports where id = $1", [
    rows[0].id,
  ]);
  expect(after).toEqual([{ status: "expired" }]);
});
