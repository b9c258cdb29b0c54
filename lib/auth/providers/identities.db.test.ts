import { beforeAll, describe, expect, test } from "vitest";
import { beginIdentity } from "@/lib/auth/operations/begin-identity";
import { beginProviderSignIn } from "@/lib/auth/operations/begin-provider-sign-in";
import { createProvider } from "@/lib/auth/operations/create-provider";
import { linkIdentity } from "@/lib/auth/operations/link-identity";
import { listIdentities } from "@/lib/auth/operations/list-identities";
import { offeredProviders } from "@/lib/auth/operations/offered-providers";
import { signInByProvider } from "@/lib/auth/operations/sign-in-by-provider";
import { unlinkIdentity } from "@/lib/auth/operations/unlink-identity";
import { updateProvider } from "@/lib/auth/operations/update-provider";
import { loadProvider } from "@/lib/auth/providers/call";
import { actorOf, anAuthenticator } from "@/lib/auth/second-factor/testing";
import { aPerson } from "@/lib/auth/testing";
import { newId } from "@/lib/core/ids";
import { type Actor, systemActor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
let providerId: string;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
  providerId = (await aProvider(tenant)).id;
});

const settings = { name: "Identity", issuer: "https://id.example.com", oauthClient: "panel1" } as const;
const use = { isEnabled: true, forStaff: true, forClients: true } as const;

function aProvider(at: TestTenant, given: Partial<typeof use> | { forStaff: boolean } = {}) {
  const input = {
    kind: "oidc",
    ...settings,
    ...use,
    ...given,
    oauthSecret: "the provider's secret",
  } as const;
  return run(createProvider, input, { actor: systemActor(at.id) });
}

type Said = { subject?: string; email?: string | null; isEmailVerified?: boolean; providerId?: string };

/** Comes back from the provider with what it said. */
async function arrive(said: Said = {}, at = tenant, from = providerId) {
  const actor = visitor(at.id);
  const hold = await run(beginProviderSignIn, { providerId: from }, { actor });
  const identity = { providerId: from, subject: newId(), email: null, isEmailVerified: false, ...said };
  return run(signInByProvider, { ...hold, ...identity }, { actor });
}

/** Connects on the security page. */
async function connect(actor: Actor, subject: string) {
  const hold = await run(beginIdentity, { providerId }, { actor });
  const identity = { providerId, subject, email: "grace@elsewhere.example", isEmailVerified: false };
  return run(linkIdentity, { ...hold, identity }, { actor });
}

const unknown = { code: "auth.identity_unknown" };

describe("S-27: a provider", () => {
  test("signs in whom it is connected with, and nobody else, whatever address it says", async () => {
    const { id, email } = await aPerson(tenant.id);
    const subject = newId();
    await connect(await actorOf(tenant.id, email), subject);

    expect((await arrive({ subject })).signedIn).toMatchObject({ step: "signed_in", userId: id });
    await expect(arrive({ email, isEmailVerified: false })).rejects.toMatchObject(unknown);
    await expect(arrive({ email: "nobody@example.com" })).rejects.toMatchObject(unknown);
  });

  test("whose address is confirmed on both sides is connected when the owner has signed in and says so", async () => {
    const { id, email } = await aPerson(tenant.id);
    const subject = newId();
    const { signedIn, link } = await arrive({ subject, email: email.toUpperCase(), isEmailVerified: true });
    expect(signedIn).toBeNull();
    if (link === null) throw new Error("Nothing to connect.");

    const stranger = await actorOf(tenant.id, (await aPerson(tenant.id)).email);
    await expect(run(linkIdentity, link, { actor: stranger })).rejects.toMatchObject({
      code: "auth.challenge_gone",
    });
    await expect(arrive({ subject })).rejects.toMatchObject(unknown);

    await run(linkIdentity, link, { actor: await actorOf(tenant.id, email) });
    expect((await arrive({ subject })).signedIn).toMatchObject({ userId: id });
  });

  test("is offered no account whose address was not confirmed here", async () => {
    const { id, email } = await aPerson(tenant.id);
    await database.owner.query("update users set email_verified_at = null where id = $1", [id]);
    await expect(arrive({ email, isEmailVerified: true })).rejects.toMatchObject(unknown);
  });

  test("connects one account of its own with one account here", async () => {
    const [ada, grace] = [await aPerson(tenant.id), await aPerson(tenant.id)];
    const subject = newId();
    await connect(await actorOf(tenant.id, ada.email), subject);
    const taken = connect(await actorOf(tenant.id, grace.email), subject);
    await expect(taken).rejects.toMatchObject({ code: "auth.identity_taken" });
  });
});

test("S-28: a provider is one factor: who has an authenticator is asked for it", async () => {
  const { email } = await aPerson(tenant.id);
  const { actor } = await anAuthenticator(tenant.id, email);
  const subject = newId();
  await connect(actor, subject);
  expect((await arrive({ subject })).signedIn).toMatchObject({ step: "second_factor", sessionId: null });
});

test("S-55: what was begun at one provider is not ended by another, nor at another company", async () => {
  const actor = visitor(tenant.id);
  const other = await aProvider(tenant);
  const hold = await run(beginProviderSignIn, { providerId }, { actor });
  const identity = { providerId: other.id, subject: "1", email: null, isEmailVerified: false };
  const swapped = run(signInByProvider, { ...hold, ...identity }, { actor });
  await expect(swapped).rejects.toMatchObject({ code: "auth.challenge_gone" });

  const elsewhere = await aTenant(database.owner);
  const input = { ...hold, ...identity, providerId };
  const moved = run(signInByProvider, input, { actor: visitor(elsewhere.id) });
  await expect(moved).rejects.toMatchObject({ code: "auth.challenge_gone" });
  await expect(loadProvider(elsewhere.id, providerId)).rejects.toMatchObject({
    code: "auth.provider_not_found",
  });
});

test("S-19: a provider signs in no person who is suspended, and nobody when it is disabled or not for them", async () => {
  const made = await aProvider(tenant);
  const { id, email } = await aPerson(tenant.id);
  const subject = newId();
  await database.owner.query(
    "insert into linked_identities (id, tenant_id, user_id, provider_id, subject, created_at) values ($1, $2, $3, $4, $5, now())",
    [newId(), tenant.id, id, made.id, subject],
  );
  expect((await arrive({ subject }, tenant, made.id)).signedIn).toMatchObject({ userId: id });
  await database.owner.query("update users set status = 'SUSPENDED' where id = $1", [id]);
  await expect(arrive({ subject }, tenant, made.id)).rejects.toMatchObject(unknown);
  await database.owner.query("update users set status = 'ACTIVE' where id = $1", [id]);

  const actor = systemActor(tenant.id);
  const change = { providerId: made.id, ...settings, ...use };
  await run(updateProvider, { ...change, forStaff: false, version: 1 }, { actor });
  await expect(arrive({ subject }, tenant, made.id)).rejects.toMatchObject(unknown);
  await run(updateProvider, { ...change, isEnabled: false, version: 2 }, { actor });
  await expect(arrive({ subject }, tenant, made.id)).rejects.toMatchObject({
    code: "auth.provider_not_found",
  });
  const { providers } = await run(offeredProviders, {}, { actor: visitor(tenant.id) });
  expect(providers.map((one) => one.id)).not.toContain(made.id);
  expect(email).toContain("@");
});

test("a connected account is taken away by its owner, but not when it is the last way in", async () => {
  const { id, email } = await aPerson(tenant.id);
  const actor = await actorOf(tenant.id, email);
  const { id: identityId } = await connect(actor, newId());
  const stranger = await actorOf(tenant.id, (await aPerson(tenant.id)).email);
  const foreign = run(unlinkIdentity, { identityId }, { actor: stranger });
  await expect(foreign).rejects.toMatchObject({ code: "auth.identity_not_found" });

  const { rows } = await database.owner.query("delete from user_credentials where user_id = $1 returning *", [
    id,
  ]);
  const last = run(unlinkIdentity, { identityId }, { actor });
  await expect(last).rejects.toMatchObject({ code: "auth.last_way_in" });
  await database.owner.query(
    "insert into user_credentials (user_id, tenant_id, password_hash, updated_at) values ($1, $2, $3, now())",
    [id, tenant.id, rows[0].password_hash],
  );
  await run(unlinkIdentity, { identityId }, { actor });
  expect((await run(listIdentities, {}, { actor })).items).toEqual([]);
});

describe("a provider's settings", () => {
  test("keep the secret where nobody reads it back, and a change keeps it unless a new one is given", async () => {
    const made = await aProvider(tenant);
    expect(JSON.stringify(made)).not.toContain("the provider's secret");
    expect((await loadProvider(tenant.id, made.id)).oauthSecret).toBe("the provider's secret");

    const actor = systemActor(tenant.id);
    const change = { providerId: made.id, ...settings, ...use, name: "Renamed" };
    await run(updateProvider, { ...change, version: 1 }, { actor });
    expect(await loadProvider(tenant.id, made.id)).toMatchObject({
      name: "Renamed",
      oauthSecret: "the provider's secret",
    });
    await run(updateProvider, { ...change, version: 2, oauthSecret: "another" }, { actor });
    expect((await loadProvider(tenant.id, made.id)).oauthSecret).toBe("another");
    const stale = run(updateProvider, { ...change, version: 2 }, { actor });
    await expect(stale).rejects.toMatchObject({ code: "core.stale_version" });
    const { rows } = await database.owner.query("select before, after from audit_log where record_id = $1", [
      made.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain("another");
  });

  test("refuse an issuer that is no https address, and Microsoft's shared directories", async () => {
    const actor = systemActor(tenant.id);
    const input = { ...settings, ...use, oauthSecret: "x" };
    for (const [kind, issuer] of [
      ["oidc", "http://id.example.com"],
      ["oidc", null],
      ["microsoft", "https://login.microsoftonline.com/common/v2.0"],
      ["microsoft", "https://id.example.com"],
    ] as const) {
      const refused = run(createProvider, { ...input, kind, issuer }, { actor });
      await expect(refused, `${kind} ${issuer}`).rejects.toMatchObject({ code: "core.invalid_input" });
    }
  });
});
