import { beforeAll, describe, expect, test } from "vitest";
import { endImpersonation } from "@/lib/auth/operations/end-impersonation";
import { inviteMember } from "@/lib/auth/operations/invite-member";
import { listImpersonations } from "@/lib/auth/operations/list-impersonations";
import { setLanguage } from "@/lib/auth/operations/set-language";
import { signOut } from "@/lib/auth/operations/sign-out";
import { startImpersonation } from "@/lib/auth/operations/start-impersonation";
import { suspendUser } from "@/lib/auth/operations/suspend-user";
import { holderOf, type Someone, someone } from "@/lib/auth/people/testing";
import { findSessionHolder } from "@/lib/auth/session-holder";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { perform, run } from "@/lib/core/operation/run";
import { registry } from "@/lib/registry";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
let staff: Someone;
let client: Someone;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
  staff = await someone(tenant.id, "support");
  client = await someone(tenant.id, "client_owner");
});

const reason = "The invoice page does not load for the client";

async function begin(who: Someone = staff, as: Someone = client, minutes = 30) {
  const clientId = as.actor.clientId ?? "";
  const view = await run(
    startImpersonation,
    { userId: as.id, clientId, reason, minutes },
    { actor: who.actor },
  );
  const session = { tenantId: tenant.id, sessionId: view.sessionId, userId: as.id };
  return { ...view, session };
}

async function acting(session: { tenantId: string; sessionId: string; userId: string }): Promise<Actor> {
  const actor = await holderOf(session);
  if (actor === undefined) throw new Error("the session opens nothing");
  return actor;
}

const operations = Object.values(registry).flatMap((domain) => Object.values(domain) as Operation[]);

describe("acting as a client's user", () => {
  test("gives what the person may do, says who acts and why, and records both names", async () => {
    const { session, expiresAt } = await begin();
    const holder = await findSessionHolder(session);
    expect(holder).toMatchObject({
      actor: {
        id: client.id,
        audience: "client",
        clientId: client.actor.clientId,
        impersonator: { id: staff.id },
      },
      impersonation: { by: "Grace Hopper", reason, until: expiresAt },
      method: "impersonation",
    });

    await run(setLanguage, { language: "de" }, { actor: await acting(session) });
    const { rows } = await database.owner.query(
      "select actor_id, by_id, by_name from audit_log where operation = 'auth.user.setLanguage' and record_id = $1",
      [client.id],
    );
    expect(rows).toEqual([{ actor_id: client.id, by_id: staff.id, by_name: "Grace Hopper" }]);
  });

  test("ends by its button and leads back to the session it began in", async () => {
    const { session } = await begin();
    const ended = await run(endImpersonation, {}, { actor: await acting(session) });
    expect(ended.backTo).toEqual({ sessionId: staff.session.sessionId, userId: staff.id });
    expect(await holderOf(session)).toBeUndefined();
    expect(await holderOf(staff.session)).toBeDefined();

    const own = run(endImpersonation, {}, { actor: client.actor });
    await expect(own).rejects.toMatchObject({ code: "core.not_found" });
  });

  test("ends after its time, at most an hour", async () => {
    const { session } = await begin(staff, client, 5);
    await database.owner.query("update sessions set expires_at = now() where id = $1", [session.sessionId]);
    expect(await holderOf(session)).toBeUndefined();
    await expect(begin(staff, client, 61)).rejects.toMatchObject({ code: "core.invalid_input" });
  });

  test("S-19: ends with the staff's own session, and with their account", async () => {
    const [leaver, left] = [await someone(tenant.id, "support"), await someone(tenant.id, "support")];
    const [first, second] = [await begin(leaver), await begin(left)];
    await run(signOut, {}, { actor: leaver.actor });
    expect(await holderOf(first.session)).toBeUndefined();

    const owner = await someone(tenant.id, "owner");
    await run(suspendUser, { userId: left.id, version: 1, reason: "Left" }, { actor: owner.actor });
    expect(await holderOf(second.session)).toBeUndefined();
  });

  test("never leads to staff, to whoever is suspended, or from one person to the next", async () => {
    const clientId = client.actor.clientId ?? "";
    const colleague = await someone(tenant.id, "admin");
    const attempt = (userId: string, actor = staff.actor) =>
      run(startImpersonation, { userId, clientId, reason }, { actor });
    await expect(attempt(colleague.id)).rejects.toMatchObject({ code: "core.not_found" });

    const suspended = await someone(tenant.id, "technical_contact", clientId);
    await database.owner.query("update users set status = 'SUSPENDED' where id = $1", [suspended.id]);
    await expect(attempt(suspended.id)).rejects.toMatchObject({ code: "auth.not_impersonable" });

    const { session } = await begin();
    const second = await someone(tenant.id, "technical_contact", clientId);
    await expect(attempt(second.id, await acting(session))).rejects.toMatchObject({ code: "core.forbidden" });
  });

  test("needs a reason, the right, a fresh sign-in and, S-28, the second factor where the company asks for it", async () => {
    const clientId = client.actor.clientId ?? "";
    const attempt = (actor: Actor, why = reason) =>
      run(startImpersonation, { userId: client.id, clientId, reason: why }, { actor });

    await expect(attempt(staff.actor, "  ")).rejects.toMatchObject({ code: "core.invalid_input" });
    const reader = await someone(tenant.id, "read_only");
    await expect(attempt(reader.actor)).rejects.toMatchObject({ code: "core.forbidden" });
    const stale = { ...staff.actor, authenticatedAt: new Date(Date.now() - 16 * 60_000) };
    await expect(attempt(stale)).rejects.toMatchObject({ code: "core.fresh_sign_in_needed" });

    const guarded = await someone(tenant.id, "support");
    await database.owner.query(
      "insert into settings (tenant_id, key, value, updated_at) values ($1, 'security.second_factor', '{\"roles\": [\"support\"]}', now())",
      [tenant.id],
    );
    await expect(attempt(guarded.actor)).rejects.toMatchObject({ code: "auth.second_factor_needed" });
    await database.owner.query("update sessions set second_factor_at = now() where id = $1", [
      guarded.session.sessionId,
    ]);
    expect(await attempt(guarded.actor)).toMatchObject({ userId: client.id });
    await database.owner.query(
      "delete from settings where tenant_id = $1 and key = 'security.second_factor'",
      [tenant.id],
    );
  });

  test("of another company's user, or for a client that the person does not act for, finds nobody", async () => {
    const other = await aTenant(database.owner);
    const stranger = await someone(other.id, "client_owner");
    const unrelated = await someone(tenant.id, "client_owner");
    const cases = [
      { userId: stranger.id, clientId: stranger.actor.clientId ?? "" },
      { userId: client.id, clientId: unrelated.actor.clientId ?? "" },
    ];
    for (const wanted of cases) {
      const attempt = run(startImpersonation, { ...wanted, reason }, { actor: staff.actor });
      await expect(attempt).rejects.toMatchObject({ code: "core.not_found" });
    }
  });
});

describe("what stays the client's own", () => {
  const own = operations.filter(({ refusedToImpersonators }) => refusedToImpersonators);

  test("everything that clients prove themselves for is refused to impersonators", () => {
    const sensitive = operations.filter(
      ({ audience, needsFreshSignIn }) => needsFreshSignIn && audience.includes("client"),
    );
    expect(sensitive.filter((one) => !own.includes(one)).map(({ name }) => name)).toEqual([]);
    const people = operations.filter(
      ({ name, kind, audience }) =>
        kind === "command" &&
        audience.includes("client") &&
        /^auth\.(membership|memberInvitation)\./.test(name),
    );
    expect(people.length).toBeGreaterThan(3);
    expect(people.filter((one) => !own.includes(one)).map(({ name }) => name)).toEqual([]);
  });

  test("every such operation refuses, whatever the person may do", async () => {
    const { session } = await begin();
    const actor = { ...(await acting(session)), permissions: ["*"] };
    for (const operation of own.filter(({ audience }) => audience.includes("client"))) {
      const attempt = perform(operation, operation.example.input, { actor });
      await expect(attempt, operation.name).rejects.toMatchObject({ code: "core.impersonating" });
    }
    const invite = run(inviteMember, inviteMember.example.input, { actor: client.actor });
    await expect(invite).rejects.toMatchObject({ code: "core.not_found" });
  });
});

describe("the client", () => {
  test("reads who acted as them, when and why, unless the company has chosen otherwise", async () => {
    const seen = await someone(tenant.id, "client_owner");
    const { session, sessionId } = await begin(staff, seen);
    await run(endImpersonation, {}, { actor: await acting(session) });

    const { items } = await run(listImpersonations, {}, { actor: seen.actor });
    expect(items).toMatchObject([{ id: sessionId, byName: "Grace Hopper", reason }]);
    const { items: others } = await run(
      listImpersonations,
      {},
      { actor: (await someone(tenant.id, "client_owner")).actor },
    );
    expect(others).toEqual([]);

    await database.owner.query(
      "insert into settings (tenant_id, key, value, updated_at) values ($1, 'security.impersonationIsShown', 'false', now())",
      [tenant.id],
    );
    expect((await run(listImpersonations, {}, { actor: seen.actor })).items).toEqual([]);
  });
});
