import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "@/lib/auth/operations/accept-invitation";
import { beginFirstTotp } from "@/lib/auth/operations/begin-first-totp";
import { confirmFirstTotp } from "@/lib/auth/operations/confirm-first-totp";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { giveSecondFactor } from "@/lib/auth/operations/give-second-factor";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { removeTotp } from "@/lib/auth/operations/remove-totp";
import { signInWithLink } from "@/lib/auth/operations/sign-in-with-link";
import { updateSecondFactorPolicy } from "@/lib/auth/operations/update-second-factor-policy";
import { actorOf, anAuthenticator, firstFactor, pendingSignIn } from "@/lib/auth/second-factor/testing";
import { totpCode } from "@/lib/auth/second-factor/totp-code";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { answerRequests, aPassword, aPerson, enter, mailsTo } from "@/lib/auth/testing";
import { issueToken, type NewToken } from "@/lib/auth/tokens";
import { createClient } from "@/lib/clients/operations/create-client";
import { newId } from "@/lib/core/ids";
import { systemActor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation } from "@/lib/ledger/testing";
import { confirmRegistration } from "@/lib/onboarding/operations/confirm-registration";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
});

type Policy = { demandedOf?: "staff" | "everyone"; roles?: string[] };

/** A company with this policy, as it is after the change was made by somebody who may. */
async function aTenantThatDemands(policy: Policy): Promise<TestTenant> {
  const made = await aTenant(database.owner);
  const values = [
    ["security.second_factor", { roles: policy.roles ?? [] }],
    ["security.secondFactor", policy.demandedOf ?? "optional"],
  ] as const;
  for (const [key, value] of values) {
    await database.owner.query(
      "insert into settings (tenant_id, key, value, updated_at) values ($1, $2, $3, now())",
      [made.id, key, JSON.stringify(value)],
    );
  }
  return made;
}

/** Signs in where a second factor is demanded and not there yet, and sets it up. */
async function setUpByDemand(tenantId: string, email: string) {
  const hold = await pendingSignIn(tenantId, email);
  const actor = visitor(tenantId);
  const { secret } = await run(beginFirstTotp, hold, { actor });
  const now = new Date();
  const entered = await run(confirmFirstTotp, { ...hold, code: totpCode(secret, now) }, { actor, now });
  return { secret, ...entered };
}

describe("S-28: where the company demands a second factor", () => {
  beforeAll(async () => {
    tenant = await aTenantThatDemands({ demandedOf: "staff" });
  });

  test("the password alone gives no session but the demand to set one up, and with it recovery codes and a session", async () => {
    const { id, email } = await aPerson(tenant.id);
    expect(await firstFactor(tenant.id, email)).toMatchObject({
      step: "second_factor_setup",
      sessionId: null,
    });

    const { signedIn, recoveryCodes } = await setUpByDemand(tenant.id, email);
    expect(recoveryCodes).toHaveLength(10);
    const reference = { tenantId: tenant.id, sessionId: signedIn.sessionId as string, userId: id };
    expect((await findSessionHolder(reference))?.secondFactorAt).toBeInstanceOf(Date);
    expect((await firstFactor(tenant.id, email)).step).toBe("second_factor");
  });

  test("whoever has to set one up can do nothing else: what they hold fits no other door", async () => {
    const { email } = await aPerson(tenant.id);
    const hold = await pendingSignIn(tenant.id, email);
    const actor = visitor(tenant.id);

    await expect(run(giveSecondFactor, { ...hold, code: "123456" }, { actor })).rejects.toMatchObject({
      code: "auth.challenge_gone",
    });
    await expect(run(confirmFirstTotp, { ...hold, code: "123456" }, { actor })).rejects.toMatchObject({
      code: "auth.totp_not_begun",
    });
    const reference = { tenantId: tenant.id, sessionId: hold.challengeId, userId: hold.challengeId };
    expect(await findSessionHolder(reference)).toBeUndefined();
  });

  test("one that is set up cannot be replaced by whoever knows the password", async () => {
    const { email } = await aPerson(tenant.id);
    const before = await pendingSignIn(tenant.id, email);
    await setUpByDemand(tenant.id, email);
    const late = run(beginFirstTotp, before, { actor: visitor(tenant.id) });
    await expect(late).rejects.toMatchObject({ code: "auth.totp_already_set_up" });
  });

  test("API keys are made in sessions with a second factor only, and the last factor stays", async () => {
    const { id, email } = await aPerson(tenant.id);
    const { signedIn } = await setUpByDemand(tenant.id, email);
    const reference = { tenantId: tenant.id, sessionId: signedIn.sessionId as string, userId: id };
    const actor = (await findSessionHolder(reference))?.actor;
    if (actor === undefined) throw new Error("Not signed in.");

    await run(createApiKey, createApiKey.example.input, { actor });
    await expect(run(removeTotp, {}, { actor })).rejects.toMatchObject({
      code: "auth.second_factor_required",
    });
    await database.owner.query("update sessions set second_factor_at = null where id = $1", [
      signedIn.sessionId,
    ]);
    const refused = run(createApiKey, createApiKey.example.input, { actor });
    await expect(refused).rejects.toMatchObject({ code: "auth.second_factor_needed" });
  });

  test("a link by mail, an invitation and a registration give no session either", async () => {
    const { id: userId, email } = await aPerson(tenant.id);
    const token = (given: Omit<NewToken, "validMinutes">) =>
      inOperation(staff(tenant.id), (context) => issueToken(context, { ...given, validMinutes: 60 }));
    const link = await token({ purpose: "sign_in_link", userId, email });
    const actor = visitor(tenant.id);
    const demanded = { step: "second_factor_setup", sessionId: null };
    expect(await run(signInWithLink, { token: link.token }, { actor })).toMatchObject(demanded);

    const invited = `${newId()}@example.com`;
    const { id: invitationId } = await run(
      inviteStaff,
      { email: invited, role: "support" },
      { actor: staff(tenant.id) },
    );
    const invitation = await token({ purpose: "invitation", email: invited, data: { invitationId } });
    const joining = { token: invitation.token, name: "Charles Babbage", password: aPassword };
    expect(await run(acceptInvitation, joining, { actor })).toMatchObject(demanded);

    const everyone = await aTenantThatDemands({ demandedOf: "everyone" });
    const guest = { actor: visitor(everyone.id) };
    const newcomer = `${newId()}@example.com`;
    await run(requestRegistration, { ...requestRegistration.example.input, email: newcomer }, guest);
    await answerRequests(database.owner, everyone.id);
    const [mail] = await mailsTo(database.owner, everyone.id, newcomer);
    const confirmed = { token: mail?.token ?? "", password: aPassword };
    expect(await run(confirmRegistration, confirmed, guest)).toMatchObject(demanded);
  });

  test("of a client's user every membership counts", async () => {
    const demanding = await aTenantThatDemands({ roles: ["client_owner"] });
    const actor = systemActor(demanding.id);
    const client = await run(createClient, createClient.example.input, { actor });
    const member = await aPerson(demanding.id, { role: "client_owner", clientId: client.id });
    const colleague = await aPerson(demanding.id);

    expect((await firstFactor(demanding.id, member.email)).step).toBe("second_factor_setup");
    expect((await firstFactor(demanding.id, colleague.email)).step).toBe("signed_in");
  });
});

describe("the policy", () => {
  test("ends the sessions of all whom it concerns and who are in without a second factor", async () => {
    const made = await aTenant(database.owner);
    const owner = await aPerson(made.id);
    const [support, reader] = [
      await aPerson(made.id, { role: "support" }),
      await aPerson(made.id, { role: "read_only" }),
    ];
    const [ofSupport, ofReader] = [await enter(made.id, support.email), await enter(made.id, reader.email)];
    const { actor } = await anAuthenticator(made.id, owner.email);

    const policy = { roles: ["support"], version: 0 };
    expect(await run(updateSecondFactorPolicy, policy, { actor })).toMatchObject({ version: 1 });
    expect(await findSessionHolder(ofSupport)).toBeUndefined();
    expect(await findSessionHolder(ofReader)).toBeDefined();

    const stale = run(updateSecondFactorPolicy, policy, { actor });
    await expect(stale).rejects.toMatchObject({ code: "core.stale_version" });
    const { rows } = await database.owner.query(
      "select after from audit_log where tenant_id = $1 and operation = 'auth.secondFactorPolicy.update'",
      [made.id],
    );
    expect(rows).toMatchObject([{ after: { roles: ["support"] } }]);
  });

  test("holds at the next request, however it comes to hold: a setting, a role, another client of the person", async () => {
    const made = await aTenant(database.owner);
    const system = systemActor(made.id);
    const demand = (key: string, value: unknown) =>
      database.owner.query(
        `insert into settings (tenant_id, key, value, updated_at) values ($1, $2, $3, now())
         on conflict (tenant_id, key) do update set value = excluded.value`,
        [made.id, key, JSON.stringify(value)],
      );
    const client = await run(createClient, createClient.example.input, { actor: system });
    const staff = await aPerson(made.id, { role: "support" });
    const member = await aPerson(made.id, { role: "technical_contact", clientId: client.id });
    const { actor: armed } = await anAuthenticator(made.id, (await aPerson(made.id)).email);
    const [ofStaff, ofMember] = [await enter(made.id, staff.email), await enter(made.id, member.email)];
    const isIn = async (session: Awaited<ReturnType<typeof enter>>) =>
      (await findSessionHolder(session)) !== undefined;

    await demand("security.second_factor", { roles: ["billing_contact"] });
    expect([await isIn(ofStaff), await isIn(ofMember)]).toEqual([true, true]);
    await database.owner.query("update memberships set role = 'billing_contact' where user_id = $1", [
      member.id,
    ]);
    expect([await isIn(ofStaff), await isIn(ofMember)]).toEqual([true, false]);
    expect((await firstFactor(made.id, member.email)).step).toBe("second_factor_setup");

    await demand("security.secondFactor", "staff");
    expect(await isIn(ofStaff)).toBe(false);
    await demand("security.secondFactor", "optional");
    expect(await isIn(ofStaff)).toBe(true);
    await demand("security.secondFactor", "everyone");
    expect(await isIn(ofStaff)).toBe(false);
    // Whoever gave one stays in, for instance the person who made the policy.
    const { id = "", sessionId = "" } = armed;
    await database.owner.query("update sessions set second_factor_at = now() where id = $1", [sessionId]);
    expect(await isIn({ tenantId: made.id, sessionId, userId: id })).toBe(true);
  });

  test("does not lock out the one who makes it", async () => {
    const made = await aTenant(database.owner);
    const owner = await aPerson(made.id);
    const actor = await actorOf(made.id, owner.email);
    const policy = { roles: ["owner"], version: 0 };
    const refused = run(updateSecondFactorPolicy, policy, { actor });
    await expect(refused).rejects.toMatchObject({ code: "auth.second_factor_needed" });
  });
});
