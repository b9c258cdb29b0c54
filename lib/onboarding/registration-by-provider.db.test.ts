import { beforeAll, expect, test } from "vitest";
import { beginProviderSignIn } from "@/lib/auth/operations/begin-provider-sign-in";
import { createProvider } from "@/lib/auth/operations/create-provider";
import { signInByProvider } from "@/lib/auth/operations/sign-in-by-provider";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPerson } from "@/lib/auth/testing";
import { newId } from "@/lib/core/ids";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { getProvidedRegistration } from "@/lib/onboarding/operations/get-provided-registration";
import { registerByProvider } from "@/lib/onboarding/operations/register-by-provider";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
let providerId: string;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
  providerId = await aProvider(tenant);
});

async function aProvider(at: TestTenant, forClients = true): Promise<string> {
  const input = {
    kind: "oidc",
    name: "Identity",
    issuer: "https://id.example.com",
    oauthClient: "panel1",
    isEnabled: true,
    forStaff: true,
    forClients,
    oauthSecret: "the provider's secret",
  } as const;
  return (await run(createProvider, input, { actor: at.system })).id;
}

/** Comes back from the provider as somebody with this address. */
async function arrive(
  email: string,
  { isEmailVerified = true, subject = newId(), at = tenant, from = providerId } = {},
) {
  const actor = visitor(at.id);
  const hold = await run(beginProviderSignIn, { providerId: from }, { actor });
  const identity = { providerId: from, subject, email, isEmailVerified };
  return run(signInByProvider, { ...hold, ...identity }, { actor });
}

const person = {
  name: "Ada Lovelace",
  country: "GB",
  currency: "GBP",
  language: "en",
  acceptsTerms: true,
} as const;
const register = (hold: { challengeId: string; challengeSecret: string }, given: object = {}) =>
  run(registerByProvider, { ...hold, ...person, ...given }, { actor: visitor(tenant.id) });
const unknown = { code: "auth.identity_unknown" };

test("whoever a provider vouches for opens an account, a client and a session, and comes back by the provider", async () => {
  const [email, subject] = [`${newId()}@example.com`, newId()];
  const { registration } = await arrive(email.toUpperCase(), { subject });
  if (registration === null) throw new Error("Nothing is offered.");
  const provided = await run(getProvidedRegistration, registration, { actor: visitor(tenant.id) });
  expect(provided).toEqual({ email });

  const { sessionId, userId, step } = await register(registration);
  expect(step).toBe("signed_in");
  const session = { tenantId: tenant.id, sessionId: String(sessionId), userId };
  const holder = await findSessionHolder(session);
  expect(holder).toMatchObject({ email, role: "client_owner", method: "provider" });
  expect(holder?.actor.clientId).toBeDefined();

  expect((await arrive(email, { subject })).signedIn).toMatchObject({ userId });
  await expect(register(registration)).rejects.toMatchObject({ code: "auth.challenge_gone" });
  const { rows } = await database.owner.query(
    "select record_type from audit_log where tenant_id = $1 and operation = 'onboarding.providedRegistration.confirm'",
    [tenant.id],
  );
  expect(rows.map((row) => row.record_type)).toEqual(
    expect.arrayContaining(["registration", "user", "identity"]),
  );
});

test("nothing is offered for an address that is not vouched for, that has an account, or for staff's providers", async () => {
  await expect(arrive(`${newId()}@example.com`, { isEmailVerified: false })).rejects.toMatchObject(unknown);
  const { id, email } = await aPerson(tenant.id);
  await database.owner.query("update users set status = 'SUSPENDED' where id = $1", [id]);
  await expect(arrive(email)).rejects.toMatchObject(unknown);
  const from = await aProvider(tenant, false);
  await expect(arrive(`${newId()}@example.com`, { from })).rejects.toMatchObject(unknown);
});

test("an account that waits for this address comes into force; a company needs its name, and terms are accepted", async () => {
  const { id, email } = await aPerson(tenant.id);
  await database.owner.query("update users set status = 'PENDING', email_verified_at = null where id = $1", [
    id,
  ]);
  const { registration } = await arrive(email);
  if (registration === null) throw new Error("Nothing is offered.");
  for (const given of [{ kind: "COMPANY" }, { acceptsTerms: undefined }]) {
    await expect(register(registration, given)).rejects.toMatchObject({ code: "core.invalid_input" });
  }
  expect(await register(registration)).toMatchObject({ userId: id, kind: "CLIENT" });
});

test("a company that has closed registration offers none, nor takes what was begun before", async () => {
  const { registration } = await arrive(`${newId()}@example.com`);
  if (registration === null) throw new Error("Nothing is offered.");
  await database.owner.query(
    "insert into settings (tenant_id, key, value, updated_at) values ($1, 'registration.byProvider', 'false', now())",
    [tenant.id],
  );
  await expect(register(registration)).rejects.toMatchObject({ code: "onboarding.registration_closed" });
  await expect(arrive(`${newId()}@example.com`)).rejects.toMatchObject(unknown);
});
