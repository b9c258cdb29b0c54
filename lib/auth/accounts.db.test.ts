import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "@/lib/auth/operations/accept-invitation";
import { changePassword } from "@/lib/auth/operations/change-password";
import { confirmEmailChange } from "@/lib/auth/operations/confirm-email-change";
import { getInvitation } from "@/lib/auth/operations/get-invitation";
import { requestEmailChange } from "@/lib/auth/operations/request-email-change";
import { requestReset } from "@/lib/auth/operations/request-reset";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { resetPassword } from "@/lib/auth/operations/reset-password";
import { revokeOtherSessions } from "@/lib/auth/operations/revoke-other-sessions";
import { signIn } from "@/lib/auth/operations/sign-in";
import { signInWithLink } from "@/lib/auth/operations/sign-in-with-link";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { answerRequests, aPassword, aPerson, enter, mailsTo } from "@/lib/auth/testing";
import { issueToken } from "@/lib/auth/tokens";
import { createClient } from "@/lib/clients/operations/create-client";
import { newId } from "@/lib/core/ids";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation } from "@/lib/ledger/testing";
import { confirmRegistration } from "@/lib/onboarding/operations/confirm-registration";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

const newPassword = "seven brown bears in a rowing boat";
const unusable = { code: "auth.token_unusable" };
const minute = 60_000;
let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

const guest = () => ({ actor: visitor(tenant.id) });
const mails = (address: string) => mailsTo(database.owner, tenant.id, address);
const answer = (now?: Date) => answerRequests(database.owner, tenant.id, now);

async function signedInAs(email: string): Promise<Actor> {
  return (await findSessionHolder(await enter(tenant.id, email)))?.actor as Actor;
}

async function linkFor(email: string): Promise<string> {
  await run(requestSignInLink, { email }, guest());
  await answer();
  return (await mails(email))[0]?.token ?? "";
}

async function resetFor(email: string): Promise<string> {
  await run(requestReset, { email }, guest());
  await answer();
  return (await mails(email))[0]?.token ?? "";
}

const reset = (token: string) => run(resetPassword, { token, newPassword }, guest());
const byLink = (token: string) => run(signInWithLink, { token }, guest());
const withPassword = (email: string, password: string) => run(signIn, { email, password }, guest());

describe("a link to sign in", () => {
  test("comes by mail, signs in once, is audited and announced", async () => {
    const { id, email } = await aPerson(tenant.id);
    const token = await linkFor(email);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const { sessionId } = await byLink(token);

    const { rows } = await database.owner.query("select user_id, method from sessions where id = $1", [
      sessionId,
    ]);
    expect(rows).toEqual([{ user_id: id, method: "link" }]);
    await expect(byLink(token)).rejects.toMatchObject(unusable);
    const { rows: kept } = await database.owner.query(
      "select to_jsonb(t)::text as row from one_time_tokens t",
    );
    expect(JSON.stringify(kept), "only a hash is kept").not.toContain(token);
  });

  test("F-37: is asked for in the same words and by the same work, known or not; only a known address gets mail", async () => {
    const { email } = await aPerson(tenant.id);
    for (const address of [email, "nobody@example.com"]) {
      expect(await run(requestSignInLink, { email: address }, guest())).toEqual({ isTaken: true });
    }
    await answer();
    expect(await mails(email)).toMatchObject([{ template: "sign-in-link" }]);
    expect(await mails("nobody@example.com")).toEqual([]);
  });

  test("works for an hour, within its company only, and not after suspension", async () => {
    const { id, email } = await aPerson(tenant.id);
    const token = await linkFor(email);
    const other = await aTenant(database.owner);
    await expect(run(signInWithLink, { token }, { actor: visitor(other.id) })).rejects.toMatchObject(
      unusable,
    );
    const late = new Date(Date.now() + 61 * minute);
    await expect(run(signInWithLink, { token }, { ...guest(), now: late })).rejects.toMatchObject(unusable);
    await database.owner.query("update users set status = 'SUSPENDED' where id = $1", [id]);
    await expect(byLink(token)).rejects.toMatchObject(unusable);
  });

  test("S-53: goes to the one stored address, whatever was asked with", async () => {
    const { email } = await aPerson(tenant.id, { email: "ada.s53@example.com" });
    const corpus = [
      "ada.s53@example.com,eve@evil.example",
      "ada.s53@example.com, eve@evil.example",
      '"ada.s53@example.com"@evil.example',
      "ada.s53＠example.com",
      "ada.s53@example.com\r\nBcc: eve@evil.example",
      "Ada <ada.s53@example.com>",
      "ada.s53@example.com;eve@evil.example",
      "ada.s53@exаmple.com",
      ["ada.s53@example.com", "eve@evil.example"],
    ];
    for (const given of corpus) {
      const refused = run(requestSignInLink, { email: given as string }, guest());
      await expect(refused, String(given)).rejects.toMatchObject({ code: "core.invalid_input" });
    }
    await run(requestSignInLink, { email: "  ADA.S53@Example.com " }, guest());
    await answer();
    const { rows } = await database.owner.query(
      "select to_address from mail_messages where to_address like '%evil%'",
    );
    expect(rows).toEqual([]);
    expect((await mails(email)).map(({ to }) => to)).toEqual([email]);
  });

  test("fills nobody's mailbox: five are open at most, and each of them still lets the owner in", async () => {
    const { email } = await aPerson(tenant.id);
    for (let asked = 0; asked < 8; asked += 1) await run(requestSignInLink, { email }, guest());
    await answer();
    const sent = await mails(email);
    expect(sent).toHaveLength(5);
    await expect(byLink(sent.at(-1)?.token ?? "")).resolves.toMatchObject({ step: "signed_in" });
  });
});

describe("S-23: a link to choose a new password", () => {
  test("changes it, ends sessions, and tells the owner", async () => {
    const { email } = await aPerson(tenant.id);
    const session = await enter(tenant.id, email);
    await reset(await resetFor(email));

    expect(await findSessionHolder(session)).toBeUndefined();
    await expect(withPassword(email, aPassword)).rejects.toMatchObject({ code: "auth.sign_in_refused" });
    await expect(withPassword(email, newPassword)).resolves.toMatchObject({ step: "signed_in" });
    expect((await mails(email))[0]?.template).toBe("password-changed");
  });

  test("works once, and not after another reset, a sign-in or a change of address", async () => {
    const used = await aPerson(tenant.id);
    const [first, second] = [await resetFor(used.email), await resetFor(used.email)];
    await reset(second);
    for (const token of [second, first]) await expect(reset(token)).rejects.toMatchObject(unusable);

    const entered = await aPerson(tenant.id);
    const beforeSignIn = await resetFor(entered.email);
    await enter(tenant.id, entered.email);
    await expect(reset(beforeSignIn)).rejects.toMatchObject(unusable);

    const moved = await aPerson(tenant.id);
    const beforeMove = await resetFor(moved.email);
    await database.owner.query("update users set email = $1 where id = $2", [
      `${newId()}@example.com`,
      moved.id,
    ]);
    await expect(reset(beforeMove)).rejects.toMatchObject(unusable);
  });

  test("of sixteen uses at the same moment one succeeds", async () => {
    const { email } = await aPerson(tenant.id);
    const token = await resetFor(email);
    const outcomes = await Promise.allSettled(Array.from({ length: 16 }, () => reset(token)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("takes no weak password, and stays usable then", async () => {
    const { email } = await aPerson(tenant.id);
    const token = await resetFor(email);
    const weak = run(resetPassword, { token, newPassword: "qwertyuiop123456" }, guest());
    await expect(weak).rejects.toMatchObject({ fields: [{ path: "newPassword", code: "password_weak" }] });
    await expect(reset(token)).resolves.toEqual({ isChanged: true });
  });
});

test("S-24: used, expired, foreign, malformed and invented tokens get one and the same answer", async () => {
  const { email } = await aPerson(tenant.id);
  const used = await linkFor(email);
  await byLink(used);
  const foreign = await resetFor((await aPerson(tenant.id)).email);
  const answers = [];
  for (const token of [
    used,
    foreign,
    "A".repeat(43),
    "",
    "x".repeat(200),
    "'; drop table users; --",
    "\u0000",
  ]) {
    const refusal = await byLink(token).catch((error) => error);
    answers.push({
      kind: refusal.kind,
      code: refusal.code,
      message: refusal.message,
      details: refusal.details,
    });
  }
  expect(new Set(answers.map((given) => JSON.stringify(given))).size).toBe(1);
});

describe("changing one's password", () => {
  test("asks for the present one, ends all other sessions and links, keeps this one, and tells the owner", async () => {
    const { email } = await aPerson(tenant.id);
    const other = await enter(tenant.id, email);
    const actor = await signedInAs(email);
    const link = await linkFor(email);

    const wrong = run(changePassword, { currentPassword: "not it at all", newPassword }, { actor });
    await expect(wrong).rejects.toMatchObject({ code: "auth.wrong_password" });
    await run(changePassword, { currentPassword: aPassword, newPassword }, { actor });

    expect(await findSessionHolder(other)).toBeUndefined();
    const { sessionId = "", id: userId = "" } = actor;
    expect(await findSessionHolder({ tenantId: tenant.id, sessionId, userId })).toBeDefined();
    await expect(byLink(link)).rejects.toMatchObject(unusable);
    expect((await mails(email))[0]?.template).toBe("password-changed");
    await expect(withPassword(email, newPassword)).resolves.toMatchObject({ step: "signed_in" });
  });

  test("is no place to guess either, and is refused to staff who act as the person", async () => {
    const { email } = await aPerson(tenant.id);
    const actor = await signedInAs(email);
    const codes = [];
    for (let index = 0; index < 11; index += 1) {
      const attempt = run(
        changePassword,
        { currentPassword: `guess number ${index}`, newPassword },
        { actor },
      );
      codes.push(await attempt.catch(({ code }) => code));
    }
    expect(codes).toEqual([...Array(10).fill("auth.wrong_password"), "auth.sign_in_held_off"]);
    const impersonated = { ...actor, impersonator: { id: newId(), name: "Staff" } };
    const refused = run(changePassword, { currentPassword: aPassword, newPassword }, { actor: impersonated });
    await expect(refused).rejects.toMatchObject({ code: "core.impersonating" });
  });
});

describe("S-27: a change of address", () => {
  async function asked(email: string, newEmail: string) {
    await run(requestEmailChange, { newEmail }, { actor: await signedInAs(email) });
    await answer();
    return { old: (await mails(email))[0]?.token ?? "", new: (await mails(newEmail))[0]?.token ?? "" };
  }
  const confirm = (side: "old" | "new", token: string) => run(confirmEmailChange, { side, token }, guest());

  test.each([["old", "new"] as const, ["new", "old"] as const])(
    "is made when both sides have confirmed, first the %s one; the old address counts until then",
    async (first, second) => {
      const { email } = await aPerson(tenant.id);
      const newEmail = `${newId()}@example.com`;
      const tokens = await asked(email, newEmail);

      expect(await confirm(first, tokens[first])).toEqual({ isComplete: false });
      await expect(withPassword(newEmail, aPassword)).rejects.toMatchObject({ code: "auth.sign_in_refused" });
      await expect(withPassword(email, aPassword)).resolves.toBeDefined();
      const pendingReset = await resetFor(email);
      expect(await confirm(second, tokens[second])).toEqual({ isComplete: true });
      await expect(withPassword(email, aPassword)).rejects.toMatchObject({ code: "auth.sign_in_refused" });
      await expect(withPassword(newEmail, aPassword)).resolves.toBeDefined();
      await expect(reset(pendingReset)).rejects.toMatchObject(unusable);
      for (const side of ["old", "new"] as const)
        await expect(confirm(side, tokens[side])).rejects.toMatchObject(unusable);
    },
  );

  test("both sides at the same moment make it, once", async () => {
    const { email } = await aPerson(tenant.id);
    const newEmail = `${newId()}@example.com`;
    const tokens = await asked(email, newEmail);
    const outcomes = await Promise.all([confirm("old", tokens.old), confirm("new", tokens.new)]);
    expect(outcomes.map(({ isComplete }) => isComplete).sort()).toEqual([false, true]);
    await expect(withPassword(newEmail, aPassword)).resolves.toBeDefined();
  });

  test("to somebody else's address is answered alike and writes to nobody", async () => {
    const [mine, theirs] = [await aPerson(tenant.id), await aPerson(tenant.id)];
    await asked(mine.email, theirs.email);
    expect(await mails(theirs.email)).toEqual([]);
    expect(await mails(mine.email)).toEqual([]);
  });

  test("asks for a fresh sign-in", async () => {
    const { email } = await aPerson(tenant.id);
    const actor = { ...(await signedInAs(email)), authenticatedAt: new Date(Date.now() - 16 * minute) };
    const refused = run(requestEmailChange, { newEmail: "later@example.com" }, { actor });
    await expect(refused).rejects.toMatchObject({ code: "core.fresh_sign_in_needed" });
  });
});

describe("registration", () => {
  const person = {
    name: "Ada Lovelace",
    kind: "COMPANY",
    companyName: "Analytical Engines Ltd",
    country: "GB",
    currency: "GBP",
    language: "en",
    acceptsTerms: true,
  } as const;
  const register = async (email: string) => {
    const taken = await run(requestRegistration, { ...person, email }, guest());
    await answer();
    return taken;
  };

  test("waits for the address, then brings account, client and session into being", async () => {
    const email = `${newId()}@example.com`;
    await register(email);
    const [mail] = await mails(email);
    expect(mail).toMatchObject({ template: "verify-email", path: `/register/confirm/${mail?.token}` });
    const { rows: pending } = await database.owner.query("select status from users where email = $1", [
      email,
    ]);
    expect(pending).toEqual([{ status: "PENDING" }]);
    await expect(withPassword(email, aPassword)).rejects.toMatchObject({ code: "auth.sign_in_refused" });

    const input = { token: mail?.token ?? "", password: aPassword };
    await expect(
      run(confirmRegistration, { ...input, password: "analyticalengines" }, guest()),
      "the client's own name",
    ).rejects.toMatchObject({ fields: [{ path: "password", code: "password_personal" }] });
    const { sessionId, userId } = await run(confirmRegistration, input, guest());
    const holder = await findSessionHolder({ tenantId: tenant.id, sessionId: sessionId ?? "", userId });
    expect(holder).toMatchObject({ role: "client_owner", email, actor: { audience: "client" } });
    const { rows: clients } = await database.owner.query(
      "select company_name, country, currency, email from clients where id = $1",
      [holder?.actor.clientId],
    );
    expect(clients).toEqual([
      { company_name: "Analytical Engines Ltd", country: "GB", currency: "GBP", email },
    ]);
    await expect(run(confirmRegistration, input, guest())).rejects.toMatchObject(unusable);
  });

  test("F-37: of a known address answers alike and tells its owner by mail", async () => {
    const known = await aPerson(tenant.id);
    expect(await register(known.email)).toEqual(await register(`${newId()}@example.com`));
    expect(await mails(known.email)).toMatchObject([{ template: "account-exists" }]);
  });

  test("can be closed by the company", async () => {
    const closed = await aTenant(database.owner);
    await database.owner.query(
      "insert into settings (tenant_id, key, value, updated_at) values ($1, 'registration.isOpen', 'false', now())",
      [closed.id],
    );
    const refused = run(
      requestRegistration,
      { ...person, email: "a@example.com" },
      { actor: visitor(closed.id) },
    );
    await expect(refused).rejects.toMatchObject({ code: "onboarding.registration_closed" });
  });
});

describe("an invitation", () => {
  async function invite(email: string, given: { clientId?: string; role: string }) {
    const id = newId();
    const kind = given.clientId === undefined ? "STAFF" : "CLIENT";
    await database.owner.query(
      `insert into invitations (id, tenant_id, kind, client_id, email, role, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, now(), now() + interval '7 days')`,
      [id, tenant.id, kind, given.clientId ?? null, email, given.role],
    );
    const validMinutes = 7 * 24 * 60;
    const { token } = await inOperation(staff(tenant.id), (context) =>
      issueToken(context, { purpose: "invitation", email, data: { invitationId: id }, validMinutes }),
    );
    return { id, token };
  }
  const aClient = async () => {
    const input = { ...createClient.example.input, email: `${newId()}@example.com` };
    return (await run(createClient, input, { actor: staff(tenant.id) })).id;
  };

  test("opens an account with the role that it names, once", async () => {
    const email = `${newId()}@example.com`;
    const { token } = await invite(email, { role: "support" });
    expect(await run(getInvitation, { token }, guest())).toMatchObject({ email, hasAccount: false });
    const input = { token, name: "Charles Babbage", password: aPassword };
    const entered = await run(acceptInvitation, input, guest());
    const reference = {
      tenantId: tenant.id,
      sessionId: entered?.sessionId ?? "",
      userId: entered?.userId ?? "",
    };
    expect(await findSessionHolder(reference)).toMatchObject({ role: "support", email });
    await expect(run(acceptInvitation, input, guest())).rejects.toMatchObject(unusable);
  });

  test("lets somebody who has an account act for one more client", async () => {
    const [first, second] = [await aClient(), await aClient()];
    const { email, id } = await aPerson(tenant.id, { role: "client_owner", clientId: first });
    const { token } = await invite(email, { role: "client_owner", clientId: second });
    expect(await run(getInvitation, { token }, guest())).toMatchObject({ hasAccount: true });
    expect(await run(acceptInvitation, { token }, guest())).toBeNull();
    const { rows } = await database.owner.query("select 1 from memberships where user_id = $1", [id]);
    expect(rows).toHaveLength(2);
  });

  test("that was revoked or has expired opens nothing", async () => {
    const { id, token } = await invite(`${newId()}@example.com`, { role: "support" });
    await database.owner.query("update invitations set revoked_at = now() where id = $1", [id]);
    await expect(run(getInvitation, { token }, guest())).rejects.toMatchObject(unusable);
    const input = { token, name: "Charles Babbage", password: aPassword };
    await expect(run(acceptInvitation, input, guest())).rejects.toMatchObject(unusable);
  });
});

test("F-35: signing out everywhere ends every session, or all but this one", async () => {
  const { email } = await aPerson(tenant.id);
  const [first, second] = [await enter(tenant.id, email), await enter(tenant.id, email)];
  const actor = (await findSessionHolder(second))?.actor as Actor;
  expect(await run(revokeOtherSessions, {}, { actor })).toEqual({ sessionsEnded: 1 });
  expect(await findSessionHolder(first)).toBeUndefined();
  expect(await findSessionHolder(second)).toBeDefined();
  expect(await run(revokeOtherSessions, { includingThis: true }, { actor })).toEqual({ sessionsEnded: 1 });
  expect(await findSessionHolder(second)).toBeUndefined();
});
