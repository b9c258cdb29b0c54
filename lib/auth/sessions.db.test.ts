import { beforeAll, describe, expect, test } from "vitest";
import { listSessions } from "@/lib/auth/operations/list-sessions";
import { revokeSession } from "@/lib/auth/operations/revoke-session";
import { signIn } from "@/lib/auth/operations/sign-in";
import { signOut } from "@/lib/auth/operations/sign-out";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPassword, aPerson, enter as enterAt } from "@/lib/auth/testing";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

const day = 86_400_000;
let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

const enter = (email: string, now?: Date, tenantId = tenant.id) => enterAt(tenantId, email, now && { now });

async function actorOf(session: Awaited<ReturnType<typeof enter>>): Promise<Actor> {
  return (await findSessionHolder(session))?.actor as Actor;
}

describe("signing in", () => {
  test("starts a session, is audited and announced", async () => {
    const { id, email } = await aPerson(tenant.id);
    const session = await enter(email);

    expect(await findSessionHolder(session)).toMatchObject({
      actor: { kind: "user", audience: "staff", id, tenantId: tenant.id, permissions: ["*"] },
      email,
      role: "owner",
    });
    const { rows: audited } = await database.owner.query(
      "select actor_kind, after from audit_log where operation = 'auth.session.signIn' and record_id = $1",
      [session.sessionId],
    );
    expect(audited).toMatchObject([{ actor_kind: "visitor", after: { userId: id, address: "192.0.2.10" } }]);
    const { rows: events } = await database.owner.query(
      "select payload from outbox_events where name = 'auth/session.started' and subject = $1",
      [id],
    );
    expect(events).toMatchObject([{ payload: { sessionId: session.sessionId } }]);
  });

  test("is refused alike for an unknown address, a wrong password and a suspended account", async () => {
    const known = await aPerson(tenant.id);
    const suspended = await aPerson(tenant.id);
    await database.owner.query("update users set status = 'SUSPENDED' where id = $1", [suspended.id]);
    const attempts = [
      { email: "nobody@example.com", password: aPassword },
      { email: known.email, password: "wrong horse battery staple" },
      { email: suspended.email, password: aPassword },
    ];

    for (const input of attempts) {
      const refused = run(signIn, input, { actor: visitor(tenant.id) });
      await expect(refused).rejects.toMatchObject({ code: "auth.sign_in_refused", details: {}, fields: [] });
    }
    const { rows } = await database.owner.query("select 1 from sessions where user_id = any($1)", [
      [known.id, suspended.id],
    ]);
    expect(rows).toEqual([]);
  });

  test("one address at two tenants is two accounts that know nothing of each other", async () => {
    const other = await aTenant(database.owner);
    const here = await aPerson(tenant.id, { email: "shared@example.com" });
    const there = await aPerson(other.id, { email: "shared@example.com", password: "another long password" });

    expect((await enter("shared@example.com")).userId).toBe(here.id);
    const refused = enter("shared@example.com", undefined, other.id);
    await expect(refused).rejects.toMatchObject({ code: "auth.sign_in_refused" });
    expect(there.id).not.toBe(here.id);
  });

  test("S-57: an object where an address belongs is refused before anything is asked", async () => {
    for (const email of [{ not: "" }, ["a@example.com"], true, null]) {
      const refused = run(signIn, { email: email as never, password: "x" }, { actor: visitor(tenant.id) });
      await expect(refused).rejects.toMatchObject({ code: "core.invalid_input" });
    }
  });
});

describe("a session", () => {
  test("F-35: dies at the next request after sign-out, revocation, suspension of its user or its tenant", async () => {
    const { id, email } = await aPerson(tenant.id);
    const first = await enter(email);
    await run(signOut, {}, { actor: await actorOf(first) });
    expect(await findSessionHolder(first)).toBeUndefined();

    const [second, third] = [await enter(email), await enter(email)];
    await run(revokeSession, { sessionId: second.sessionId }, { actor: await actorOf(third) });
    expect(await findSessionHolder(second)).toBeUndefined();

    await database.owner.query("update users set status = 'SUSPENDED' where id = $1", [id]);
    expect(await findSessionHolder(third)).toBeUndefined();
    await database.owner.query("update users set status = 'ACTIVE' where id = $1", [id]);
    await database.owner.query("update tenants set status = 'SUSPENDED' where id = $1", [tenant.id]);
    expect(await findSessionHolder(third)).toBeUndefined();
    await database.owner.query("update tenants set status = 'ACTIVE' where id = $1", [tenant.id]);
  });

  test("S-19: a changed role holds at the next request", async () => {
    const { id, email } = await aPerson(tenant.id);
    const session = await enter(email);
    await database.owner.query("update users set role = 'read_only' where id = $1", [id]);

    expect((await actorOf(session)).permissions).not.toContain("*");
    await database.owner.query("update users set role = 'no_such_role' where id = $1", [id]);
    expect((await actorOf(session)).permissions).toEqual([]);
  });

  test("of staff ends 7 days after sign-in and after a day without a visit, of clients after 30 and 7", async () => {
    const now = Date.now();
    for (const [role, most, idle] of [
      ["owner", 7, 1],
      ["client_owner", 30, 7],
    ] as const) {
      const { email } = await aPerson(tenant.id, { role });
      const ago = (days: number) => enter(email, new Date(now - days * day));

      expect(await findSessionHolder(await ago(idle - 0.1))).toBeDefined();
      expect(await findSessionHolder(await ago(idle + 0.1))).toBeUndefined();
      const [visited, old] = [await ago(most - 0.1), await ago(most + 0.1)];
      await database.owner.query("update sessions set last_seen_at = now() where id = any($1)", [
        [visited.sessionId, old.sessionId],
      ]);
      expect(await findSessionHolder(visited)).toBeDefined();
      expect(await findSessionHolder(old)).toBeUndefined();
    }
  });

  test("lasts as long as the company has set", async () => {
    const strict = await aTenant(database.owner);
    await database.owner.query(
      `insert into settings (tenant_id, key, value, updated_at)
       values ($1, 'security.staffAbsoluteHours', '12', now()), ($1, 'security.staffIdleMinutes', '30', now())`,
      [strict.id],
    );
    const { email } = await aPerson(strict.id);
    const session = await enter(email, undefined, strict.id);
    const { rows } = await database.owner.query(
      "select idle_minutes, expires_at - created_at = interval '12 hours' as is_half_a_day from sessions where id = $1",
      [session.sessionId],
    );
    expect(rows).toEqual([{ idle_minutes: 30, is_half_a_day: true }]);
  });

  test("S-52: a claim counts only together with its row: user, session and tenant must fit", async () => {
    const { email } = await aPerson(tenant.id);
    const [mine, stranger] = [await enter(email), await aPerson(tenant.id)];
    const other = await aTenant(database.owner);

    expect(await findSessionHolder({ ...mine, userId: stranger.id })).toBeUndefined();
    expect(await findSessionHolder({ ...mine, tenantId: other.id })).toBeUndefined();
    expect(await findSessionHolder({ ...mine, sessionId: stranger.id })).toBeUndefined();
  });

  test("S-29: other people's sessions are neither listed nor ended", async () => {
    const [ada, grace] = [await aPerson(tenant.id), await aPerson(tenant.id)];
    const [hers, mine] = [await enter(ada.email), await enter(grace.email)];
    const actor = await actorOf(mine);

    const { items } = await run(listSessions, {}, { actor });
    expect(items.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([[mine.sessionId, true]]);
    const refused = run(revokeSession, { sessionId: hers.sessionId }, { actor });
    await expect(refused).rejects.toMatchObject({ code: "auth.session_not_found" });
    expect(await findSessionHolder(hers)).toBeDefined();
  });

  test("notes a visit at most once a minute", async () => {
    const { email } = await aPerson(tenant.id);
    const session = await enter(email);
    const lastSeen = async () => {
      const { rows } = await database.owner.query("select last_seen_at from sessions where id = $1", [
        session.sessionId,
      ]);
      return rows[0].last_seen_at.getTime();
    };

    const signedInAt = await lastSeen();
    await findSessionHolder(session);
    expect(await lastSeen()).toBe(signedInAt);
    await database.owner.query(
      "update sessions set last_seen_at = now() - interval '2 minutes' where id = $1",
      [session.sessionId],
    );
    await findSessionHolder(session);
    expect(await lastSeen()).toBeGreaterThanOrEqual(signedInAt);
  });
});

test("S-62: the application's role reads no password hash, neither by table nor for another tenant", async () => {
  const { id } = await aPerson(tenant.id);
  const { default: pg } = await import("pg");
  const app = new pg.Client({ connectionString: database.app });
  await app.connect();
  try {
    await expect(app.query("select password_hash from user_credentials")).rejects.toMatchObject({
      code: "42501",
    });
    await expect(app.query("select secret_hash from api_keys")).rejects.toMatchObject({ code: "42501" });
    const { rows } = await app.query("select credential_hash($1) as hash", [id]);
    expect(rows).toEqual([{ hash: null }]);
  } finally {
    await app.end();
  }
});
