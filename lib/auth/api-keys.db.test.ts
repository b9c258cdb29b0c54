import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorForApiKey } from "@/lib/auth/api-key-actor";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { getMe } from "@/lib/auth/operations/get-me";
import { listApiKeys } from "@/lib/auth/operations/list-api-keys";
import { listUsers } from "@/lib/auth/operations/list-users";
import { revokeApiKey } from "@/lib/auth/operations/revoke-api-key";
import type { RoleName } from "@/lib/auth/rules/roles";
import { roles } from "@/lib/auth/rules/roles";
import { aPerson } from "@/lib/auth/testing";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  tenant = await aTenant(database.owner);
});

async function signedIn(role: RoleName): Promise<Actor & { id: string }> {
  const { id } = await aPerson(tenant.id, { role });
  const { permissions } = roles[role];
  const base = { kind: "user", audience: "staff", name: "Grace Hopper", sessionId: newId() } as const;
  return { ...base, tenantId: tenant.id, id, permissions, authenticatedAt: new Date() };
}

describe("an API key", () => {
  test("is shown once, kept as a hash, audited without its secret and announced", async () => {
    const actor = await signedIn("owner");
    const { key, secret } = await run(createApiKey, { name: "Website", scopes: ["clients.*"] }, { actor });

    expect(secret).toMatch(/^p1_[A-Za-z0-9_-]{43}$/);
    expect(key).toMatchObject({ prefix: secret.slice(0, 11), status: "ACTIVE", createdBy: { id: actor.id } });
    const { rows } = await database.owner.query("select to_jsonb(k)::text as row from api_keys k");
    expect(rows.map(({ row }) => row).join()).not.toContain(secret);
    const { rows: audited } = await database.owner.query(
      "select after from audit_log where record_id = $1 and operation = 'auth.apiKey.create'",
      [key.id],
    );
    expect(audited).toMatchObject([{ after: { name: "Website", scopes: ["clients.*"] } }]);
    expect(JSON.stringify(audited)).not.toContain(secret.slice(11));
    const { rows: events } = await database.owner.query("select name from outbox_events where subject = $1", [
      key.id,
    ]);
    expect(events).toEqual([{ name: "auth/api-key.created" }]);
  });

  test("can do what its scopes and its creator's present role both allow", async () => {
    const actor = await signedIn("admin");
    const { secret } = await run(
      createApiKey,
      { name: "Books", scopes: ["ledger.*", "clients.client.list"] },
      {
        actor,
      },
    );

    const asAdmin = await actorForApiKey(tenant.id, secret);
    expect(asAdmin).toMatchObject({ kind: "api_key", audience: "staff", tenantId: tenant.id });
    expect(asAdmin?.permissions).toEqual(["ledger.*", "clients.client.list"]);
    await database.owner.query("update users set role = 'support' where id = $1", [actor.id]);
    expect((await actorForApiKey(tenant.id, secret))?.permissions).toEqual(["clients.client.list"]);
  });

  test("is dead once it is revoked or expired, or its creator or tenant is suspended", async () => {
    const actor = await signedIn("owner");
    const make = async (name: string, expiresAt: string | null = null) =>
      run(createApiKey, { name, scopes: ["*"], expiresAt }, { actor });
    const [revoked, expiring, creators] = [
      await make("revoked"),
      await make("expiring", new Date(Date.now() + 3_600_000).toISOString()),
      await make("creator's"),
    ];

    await run(revokeApiKey, { apiKeyId: revoked.key.id }, { actor });
    expect(await actorForApiKey(tenant.id, revoked.secret)).toBeUndefined();
    expect(await actorForApiKey(tenant.id, expiring.secret)).toBeDefined();
    await database.owner.query("update api_keys set expires_at = now() where id = $1", [expiring.key.id]);
    expect(await actorForApiKey(tenant.id, expiring.secret)).toBeUndefined();

    await database.owner.query("update users set status = 'SUSPENDED' where id = $1", [actor.id]);
    expect(await actorForApiKey(tenant.id, creators.secret)).toBeUndefined();
    await database.owner.query("update users set status = 'ACTIVE' where id = $1", [actor.id]);
    expect(await actorForApiKey(tenant.id, creators.secret)).toBeDefined();
    await database.owner.query("update tenants set status = 'SUSPENDED' where id = $1", [tenant.id]);
    expect(await actorForApiKey(tenant.id, creators.secret)).toBeUndefined();
  });

  test("opens nothing at another tenant, and neither does anything that is no key", async () => {
    const actor = await signedIn("owner");
    const { key, secret } = await run(createApiKey, { name: "Website", scopes: ["*"] }, { actor });
    const other = await aTenant(database.owner);

    expect(await actorForApiKey(other.id, secret)).toBeUndefined();
    for (const text of ["", "p1_", `${secret}x`, secret.replace("p1_", "p2_"), "p1_".padEnd(46, "A")]) {
      expect(await actorForApiKey(tenant.id, text)).toBeUndefined();
    }
    const stranger = { ...actor, tenantId: other.id };
    expect((await run(listApiKeys, {}, { actor: stranger })).items).toEqual([]);
    const refused = run(revokeApiKey, { apiKeyId: key.id }, { actor: stranger });
    await expect(refused).rejects.toMatchObject({ code: "auth.api_key_not_found" });
  });

  test("S-21: nobody grants more than they hold", async () => {
    const actor = await signedIn("support");
    const withKeys = { ...actor, permissions: [...actor.permissions, "auth.apiKey.create"] };
    for (const scopes of [["*"], ["clients.*"], ["clients.client.list", "ledger.entry.post"]]) {
      const refused = run(createApiKey, { name: "More", scopes }, { actor: withKeys });
      await expect(refused).rejects.toMatchObject({ code: "auth.scope_not_held" });
    }
    const { key } = await run(
      createApiKey,
      { name: "Less", scopes: ["clients.client.list"] },
      {
        actor: withKeys,
      },
    );
    expect(key.scopes).toEqual(["clients.client.list"]);
  });

  test("makes no further keys, and expires in the future only", async () => {
    const actor = await signedIn("owner");
    const { secret } = await run(createApiKey, { name: "First", scopes: ["*"] }, { actor });
    const key = (await actorForApiKey(tenant.id, secret)) as Actor;

    const second = run(createApiKey, { name: "Second", scopes: ["*"] }, { actor: key });
    await expect(second).rejects.toMatchObject({ code: "auth.person_needed" });
    const past = { name: "Past", scopes: ["*"], expiresAt: "2020-01-01T00:00:00Z" };
    await expect(run(createApiKey, past, { actor })).rejects.toMatchObject({
      code: "core.invalid_input",
      fields: [{ path: "expiresAt" }],
    });
  });

  test("is revoked once", async () => {
    const actor = await signedIn("owner");
    const { key } = await run(createApiKey, { name: "Website", scopes: ["*"] }, { actor });
    expect(await run(revokeApiKey, { apiKeyId: key.id }, { actor })).toMatchObject({ status: "REVOKED" });

    const again = run(revokeApiKey, { apiKeyId: key.id }, { actor });
    await expect(again).rejects.toMatchObject({ code: "auth.api_key_revoked" });
  });

  test("notes its use at most once a minute", async () => {
    const actor = await signedIn("owner");
    const { key, secret } = await run(createApiKey, { name: "Website", scopes: ["*"] }, { actor });
    const lastUsed = async () => {
      const { rows } = await database.owner.query("select last_used_at from api_keys where id = $1", [
        key.id,
      ]);
      return rows[0].last_used_at as Date | null;
    };

    expect(await lastUsed()).toBeNull();
    await actorForApiKey(tenant.id, secret);
    const first = await lastUsed();
    await actorForApiKey(tenant.id, secret);
    expect(await lastUsed()).toEqual(first);
  });
});

test("a person and a key both learn who they are and what they may do", async () => {
  const actor = await signedIn("owner");
  const { secret } = await run(createApiKey, { name: "Website", scopes: ["auth.user.me"] }, { actor });
  const key = (await actorForApiKey(tenant.id, secret)) as Actor;

  expect(await run(getMe, {}, { actor })).toMatchObject({
    user: { id: actor.id, role: "owner" },
    via: "session",
  });
  expect(await run(getMe, {}, { actor: key })).toMatchObject({
    user: { id: actor.id },
    permissions: ["auth.user.me"],
    via: "api_key",
  });
});

test("accounts are listed within their tenant, without anything secret", async () => {
  const actor = await signedIn("owner");
  const other = await aTenant(database.owner);
  await aPerson(other.id);

  const { items } = await run(listUsers, { kind: "STAFF" }, { actor });
  expect(items.map(({ id }) => id)).toEqual([actor.id]);
  expect(Object.keys(items[0] ?? {}).join()).not.toMatch(/password|hash/i);
});

test("a key is made by whoever has just proved who they are", async () => {
  const actor = { ...(await signedIn("owner")), authenticatedAt: new Date(Date.now() - 16 * 60_000) };
  const refused = run(createApiKey, { name: "Website", scopes: ["clients.*"] }, { actor });
  await expect(refused).rejects.toMatchObject({ code: "core.fresh_sign_in_needed" });
});
