import { beforeAll, describe, expect, test } from "vitest";
import { beginTotp } from "@/lib/auth/operations/begin-totp";
import { confirmSession } from "@/lib/auth/operations/confirm-session";
import { removeTotp } from "@/lib/auth/operations/remove-totp";
import { sendConfirmCode } from "@/lib/auth/operations/send-confirm-code";
import { waysToConfirm } from "@/lib/auth/operations/ways-to-confirm";
import { actorOf, anAuthenticator } from "@/lib/auth/second-factor/testing";
import { totpCode } from "@/lib/auth/second-factor/totp-code";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPassword, aPerson, enter } from "@/lib/auth/testing";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { bodyOf } from "@/lib/mail/testing";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

/** Somebody who signed in an hour ago. */
async function anHourAgo(email: string): Promise<Actor> {
  const actor = await actorOf(tenant.id, email);
  const past = new Date(Date.now() - 3_600_000);
  await database.owner.query("update sessions set authenticated_at = $1 where id = $2", [
    past,
    actor.sessionId,
  ]);
  return { ...actor, authenticatedAt: past };
}

const holderOf = (sessionId: string, userId: string) =>
  findSessionHolder({ tenantId: tenant.id, sessionId, userId });

test("a confirmed session may do what is sensitive, under a new id; the old one is nobody's (F-35)", async () => {
  const { id, email } = await aPerson(tenant.id);
  const other = await enter(tenant.id, email);
  const actor = await anHourAgo(email);
  await expect(run(beginTotp, {}, { actor })).rejects.toMatchObject({ code: "core.fresh_sign_in_needed" });

  const { sessionId } = await run(confirmSession, { password: aPassword }, { actor });
  expect(sessionId).not.toBe(actor.sessionId);
  expect(await holderOf(actor.sessionId as string, id)).toBeUndefined();
  const fresh = (await holderOf(sessionId, id))?.actor as Actor;
  await run(beginTotp, {}, { actor: fresh });

  // Of this session only.
  const elsewhere = (await findSessionHolder(other))?.actor.authenticatedAt?.getTime() ?? 0;
  expect(elsewhere).toBeLessThan(fresh.authenticatedAt?.getTime() ?? 0);
  const { rows } = await database.owner.query(
    "select after from audit_log where operation = 'auth.session.confirm' and record_id = $1",
    [sessionId],
  );
  expect(rows).toMatchObject([{ after: { formerId: actor.sessionId } }]);
});

test("a code confirms too, and counts as the session's second factor", async () => {
  const { id, email } = await aPerson(tenant.id);
  const { secret, actor } = await anAuthenticator(tenant.id, email);
  expect(await run(waysToConfirm, {}, { actor })).toEqual({
    password: true,
    code: true,
    passkey: false,
    mailCode: false,
  });

  const stale = { ...actor, authenticatedAt: new Date(0) };
  await expect(run(removeTotp, {}, { actor: stale })).rejects.toMatchObject({
    code: "core.fresh_sign_in_needed",
  });
  const now = new Date();
  const { sessionId } = await run(confirmSession, { code: totpCode(secret, now) }, { actor: stale, now });
  const fresh = await holderOf(sessionId, id);
  expect(fresh?.secondFactorAt).toEqual(now);
  await run(removeTotp, {}, { actor: fresh?.actor as Actor });
});

test("a wrong proof is refused and counted, whatever it is; nobody guesses on a stolen session", async () => {
  const { email } = await aPerson(tenant.id);
  const actor = await anHourAgo(email);
  for (let n = 0; n < 10; n += 1) {
    const refused = run(confirmSession, { password: `wrong password ${n}` }, { actor });
    await expect(refused).rejects.toMatchObject({ code: "auth.password_wrong" });
  }
  const late = run(confirmSession, { password: aPassword }, { actor });
  await expect(late).rejects.toMatchObject({ code: "auth.too_many_codes" });
});

test("one proof is given, neither none nor two; staff who act as somebody else give none", async () => {
  const { email } = await aPerson(tenant.id);
  const actor = await anHourAgo(email);
  for (const input of [{}, { password: aPassword, code: "123456" }]) {
    await expect(run(confirmSession, input, { actor })).rejects.toMatchObject({ code: "core.invalid_input" });
  }
  const impersonated = { ...actor, impersonator: { id: actor.id as string, name: "Grace" } };
  const refused = run(confirmSession, { password: aPassword }, { actor: impersonated });
  await expect(refused).rejects.toMatchObject({ code: "core.impersonating" });
});

describe("whoever has neither password nor authenticator", () => {
  /** Signed in by a provider or a mail link, an hour ago, and the code that a mail brought. */
  async function withoutPassword() {
    const { id, email } = await aPerson(tenant.id);
    const actor = await anHourAgo(email);
    await database.owner.query("delete from user_credentials where user_id = $1", [id]);
    return { id, email, actor };
  }

  async function codeFor(email: string): Promise<string> {
    const { rows } = await database.owner.query(
      "select id from mail_messages where to_address = $1 and template = 'confirm-code' order by created_at desc, id desc limit 1",
      [email],
    );
    return /\b\d{4} \d{4}\b/.exec((await bodyOf(database.owner, rows[0].id)).text)?.[0] ?? "";
  }

  test("confirms by a code from a mail, once, in the session that asked", async () => {
    const { id, email, actor } = await withoutPassword();
    expect(await run(waysToConfirm, {}, { actor })).toMatchObject({ password: false, mailCode: true });
    const { sentTo, ...hold } = await run(sendConfirmCode, {}, { actor });
    expect(sentTo).toBe(email);
    const mailCode = await codeFor(email);

    const { sessionId } = await run(confirmSession, { ...hold, mailCode }, { actor });
    const fresh = await holderOf(sessionId, id);
    expect(fresh?.secondFactorAt).toBeNull();
    await run(beginTotp, {}, { actor: fresh?.actor as Actor });
    const again = run(confirmSession, { ...hold, mailCode }, { actor: fresh?.actor as Actor });
    await expect(again).rejects.toMatchObject({ code: "auth.challenge_gone" });
  });

  test("is refused with a wrong code, with somebody else's, and in another session", async () => {
    const [own, other] = [await withoutPassword(), await withoutPassword()];
    const { sentTo: _, ...hold } = await run(sendConfirmCode, {}, { actor: own.actor });
    const mailCode = await codeFor(own.email);
    const wrong = mailCode === "1234 5678" ? "8765 4321" : "1234 5678";
    const refused = run(confirmSession, { ...hold, mailCode: wrong }, { actor: own.actor });
    await expect(refused).rejects.toMatchObject({
      code: "auth.code_refused",
      fields: [{ path: "mailCode", code: "code_refused" }],
    });
    await expect(run(confirmSession, { ...hold, mailCode }, { actor: other.actor })).rejects.toMatchObject({
      code: "auth.code_refused",
    });
    const { rows } = await database.owner.query("select data from sign_in_challenges where id = $1", [
      hold.challengeId,
    ]);
    expect(JSON.stringify(rows)).not.toContain(mailCode.replace(" ", ""));
  });

  test("gets three codes at once at most; whoever has a password gets none", async () => {
    const { actor } = await withoutPassword();
    for (let n = 0; n < 3; n += 1) await run(sendConfirmCode, {}, { actor });
    await expect(run(sendConfirmCode, {}, { actor })).rejects.toMatchObject({ code: "auth.too_many_codes" });

    const armed = await anHourAgo((await aPerson(tenant.id)).email);
    await expect(run(sendConfirmCode, {}, { actor: armed })).rejects.toMatchObject({
      code: "auth.way_not_offered",
    });
  });
});
