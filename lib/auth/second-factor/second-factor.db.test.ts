import { beforeAll, describe, expect, test } from "vitest";
import { beginTotp } from "@/lib/auth/operations/begin-totp";
import { confirmTotp } from "@/lib/auth/operations/confirm-totp";
import { getSecondFactor } from "@/lib/auth/operations/get-second-factor";
import { giveSecondFactor } from "@/lib/auth/operations/give-second-factor";
import { removeTotp } from "@/lib/auth/operations/remove-totp";
import { renewRecoveryCodes } from "@/lib/auth/operations/renew-recovery-codes";
import { rotateTotpSecrets } from "@/lib/auth/second-factor/rotate";
import { actorOf, anAuthenticator, firstFactor, pendingSignIn } from "@/lib/auth/second-factor/testing";
import { totpCode } from "@/lib/auth/second-factor/totp-code";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPerson } from "@/lib/auth/testing";
import { keyRing, parseKeyRing } from "@/lib/core/crypto/key-ring";
import { platformPool } from "@/lib/core/db/pools";
import { visitor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

const now = () => new Date();
const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const give = (
  input: Parameters<typeof run<typeof giveSecondFactor.input, typeof giveSecondFactor.output>>[1],
  at?: Date,
) => run(giveSecondFactor, input, { actor: visitor(tenant.id), now: at });
const rows = async (text: string, values: unknown[]) => (await database.owner.query(text, values)).rows;

describe("an authenticator", () => {
  test("counts once a code confirmed it; audited, announced and told by mail", async () => {
    const { id, email } = await aPerson(tenant.id);
    const actor = await actorOf(tenant.id, email);
    const { secret, uri, qr } = await run(beginTotp, {}, { actor });
    expect(uri).toContain(secret);
    expect(qr.size).toBeGreaterThan(20);
    expect((await firstFactor(tenant.id, email)).step).toBe("signed_in");

    const wrong = run(confirmTotp, { code: "000000" }, { actor });
    await expect(wrong).rejects.toMatchObject({ code: "auth.code_refused" });
    const at = now();
    const { recoveryCodes } = await run(confirmTotp, { code: totpCode(secret, at) }, { actor, now: at });
    expect(recoveryCodes).toHaveLength(10);
    expect(await run(getSecondFactor, {}, { actor })).toMatchObject({
      recoveryCodesLeft: 10,
      isRequired: false,
    });
    expect(
      (await findSessionHolder({ tenantId: tenant.id, sessionId: actor.sessionId as string, userId: id }))
        ?.secondFactorAt,
    ).toEqual(at);

    expect(
      await rows("select after from audit_log where operation = $1 and record_id = $2", [
        "auth.secondFactor.confirm",
        id,
      ]),
    ).toMatchObject([{ after: { kind: "totp" } }]);
    expect(
      await rows("select name from outbox_events where subject = $1 and name like 'auth/second-factor%'", [
        id,
      ]),
    ).toEqual([{ name: "auth/second-factor.added" }]);
    expect(await rows("select template from mail_messages where user_id = $1", [id])).toEqual([
      { template: "second-factor-changed" },
    ]);
  });

  test("F-39: neither its secret nor a recovery code is in the database in plain text", async () => {
    const { email } = await aPerson(tenant.id);
    const { secret, recoveryCodes } = await anAuthenticator(tenant.id, email);
    const tables = await rows(
      "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind = 'r'",
      [],
    );
    for (const { name } of tables) {
      for (const text of [secret, recoveryCodes[0], recoveryCodes[0]?.replaceAll("-", "")]) {
        expect(await rows(`select 1 from ${name} t where t::text like $1`, [`%${text}%`]), name).toEqual([]);
      }
    }
  });

  test("is removed with its codes, and is then no longer asked for", async () => {
    const { id, email } = await aPerson(tenant.id);
    const { actor } = await anAuthenticator(tenant.id, email);
    await run(removeTotp, {}, { actor });

    expect(await rows("select 1 from recovery_codes where user_id = $1", [id])).toEqual([]);
    expect((await firstFactor(tenant.id, email)).step).toBe("signed_in");
    await expect(run(removeTotp, {}, { actor })).rejects.toMatchObject({ code: "auth.no_totp" });
    await expect(run(renewRecoveryCodes, {}, { actor })).rejects.toMatchObject({ code: "auth.no_totp" });
  });

  test("is changed only after a fresh sign-in, and never by staff who act as the person", async () => {
    const { email } = await aPerson(tenant.id);
    const { actor } = await anAuthenticator(tenant.id, email);
    const stale = { ...actor, authenticatedAt: minutes(-16) };
    const impersonated = { ...actor, impersonator: { id: actor.id as string, name: "Grace" } };
    for (const operation of [beginTotp, removeTotp, renewRecoveryCodes] as Operation[]) {
      await expect(run(operation, {}, { actor: stale })).rejects.toMatchObject({
        code: "core.fresh_sign_in_needed",
      });
      await expect(run(operation, {}, { actor: impersonated })).rejects.toMatchObject({
        code: "core.impersonating",
      });
    }
  });

  test("F-41: its secret moves to a new key, and its codes go on to count", async () => {
    const { id, email } = await aPerson(tenant.id);
    const { secret } = await anAuthenticator(tenant.id, email);
    const key = Buffer.alloc(32, 7).toString("base64url");
    const before = process.env.ENCRYPTION_KEYS ?? "";
    const old = keyRing();
    const both = parseKeyRing(
      `new:${key},${[...old.keys].map(([name, value]) => `${name}:${value.toString("base64url")}`).join(",")}`,
    );
    expect(await rotateTotpSecrets(platformPool(), both)).toBeGreaterThan(0);
    expect(await rows("select key_id from totp_factors where user_id = $1", [id])).toEqual([
      { key_id: "new" },
    ]);

    // Back again, for whoever holds the old ring only.
    await rotateTotpSecrets(platformPool(), { currentId: old.currentId, keys: both.keys });
    expect(process.env.ENCRYPTION_KEYS ?? "").toBe(before);
    const hold = await pendingSignIn(tenant.id, email);
    expect((await give({ ...hold, code: totpCode(secret, now()) })).step).toBe("signed_in");
  });
});

describe("F-38: a code", () => {
  test("counts once, of sixteen who send it at the same moment one gets in", async () => {
    const { email } = await aPerson(tenant.id);
    const { secret } = await anAuthenticator(tenant.id, email);
    const holds = await Promise.all(Array.from({ length: 16 }, () => pendingSignIn(tenant.id, email)));
    const at = now();
    const code = totpCode(secret, at);

    const outcomes = await Promise.allSettled(holds.map((hold) => give({ ...hold, code }, at)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason.code] : []));
    expect(new Set(codes)).toEqual(
      new Set(["auth.code_refused", "auth.too_many_codes"].filter((c) => codes.includes(c))),
    );
  });

  test("of the step before or after counts, but none that is older than the last one used", async () => {
    const { email } = await aPerson(tenant.id);
    const { secret } = await anAuthenticator(tenant.id, email);
    const at = now();
    const codeAt = (steps: number) => totpCode(secret, new Date(at.getTime() + steps * 30_000));

    expect((await give({ ...(await pendingSignIn(tenant.id, email)), code: codeAt(1) }, at)).step).toBe(
      "signed_in",
    );
    for (const steps of [-1, 0, 1, 2]) {
      const again = give({ ...(await pendingSignIn(tenant.id, email)), code: codeAt(steps) }, at);
      await expect(again, `${steps}`).rejects.toMatchObject({ code: "auth.code_refused" });
    }
  });

  test("of recovery counts once, in a race of sixteen too, and new ones end the old", async () => {
    const { email } = await aPerson(tenant.id);
    const { recoveryCodes, actor } = await anAuthenticator(tenant.id, email);
    const [first = "", second = ""] = recoveryCodes;
    const holds = await Promise.all(Array.from({ length: 16 }, () => pendingSignIn(tenant.id, email)));
    const outcomes = await Promise.allSettled(holds.map((hold) => give({ ...hold, code: first })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await database.owner.query("delete from sign_in_throttles");

    const renewed = await run(renewRecoveryCodes, {}, { actor });
    const old = give({ ...(await pendingSignIn(tenant.id, email)), code: second });
    await expect(old).rejects.toMatchObject({ code: "auth.code_refused" });
    const fresh = give({ ...(await pendingSignIn(tenant.id, email)), code: renewed.recoveryCodes[0] ?? "" });
    expect((await fresh).step).toBe("signed_in");
  });

  test("is guessed five times in one sign-in and ten times in all", async () => {
    const { email } = await aPerson(tenant.id);
    const { secret } = await anAuthenticator(tenant.id, email);
    const guess = async (hold: Awaited<ReturnType<typeof pendingSignIn>>, code = "000000") =>
      give({ ...hold, code }).then(
        () => "in",
        (error) => error.code as string,
      );
    const tries = async (count: number) => {
      const hold = await pendingSignIn(tenant.id, email);
      const said: string[] = [];
      for (let n = 0; n < count; n += 1) said.push(await guess(hold));
      return said;
    };
    const refused = Array.from({ length: 5 }, () => "auth.code_refused");
    expect(await tries(6)).toEqual([...refused, "auth.challenge_gone"]);
    expect(await tries(5)).toEqual(refused);
    expect(await guess(await pendingSignIn(tenant.id, email), totpCode(secret, now()))).toBe(
      "auth.too_many_codes",
    );

    const later = minutes(16);
    const { challengeId, challengeSecret } = await pendingSignIn(tenant.id, email);
    await database.owner.query("update sign_in_challenges set expires_at = $1 where id = $2", [
      minutes(30),
      challengeId,
    ]);
    expect((await give({ challengeId, challengeSecret, code: totpCode(secret, later) }, later)).step).toBe(
      "signed_in",
    );
  });
});

describe("a sign-in that waits for its second factor", () => {
  test("gives a session with it, once, to the browser that began", async () => {
    const { id, email } = await aPerson(tenant.id);
    const { secret } = await anAuthenticator(tenant.id, email);
    const hold = await pendingSignIn(tenant.id, email);
    const other = await pendingSignIn(tenant.id, email);
    const code = totpCode(secret, now());

    const stolen = give({ ...hold, challengeSecret: other.challengeSecret, code });
    await expect(stolen).rejects.toMatchObject({ code: "auth.challenge_gone" });
    const { sessionId } = await give({ ...hold, code });
    const holder = await findSessionHolder({
      tenantId: tenant.id,
      sessionId: sessionId as string,
      userId: id,
    });
    expect(holder).toMatchObject({ method: "password", secondFactorAt: expect.any(Date) });
    await expect(give({ ...hold, code })).rejects.toMatchObject({ code: "auth.challenge_gone" });
  });

  test("S-19: dies with suspension, with a change of the password, with time, and for another company", async () => {
    const { id, email } = await aPerson(tenant.id);
    const { secret } = await anAuthenticator(tenant.id, email);
    const code = () => totpCode(secret, now());
    const hold = await pendingSignIn(tenant.id, email);
    const gone = { code: "auth.challenge_gone" };

    await database.owner.query("update users set status = 'SUSPENDED' where id = $1", [id]);
    await expect(give({ ...hold, code: code() })).rejects.toMatchObject(gone);
    await database.owner.query("update users set status = 'ACTIVE' where id = $1", [id]);
    await expect(give({ ...hold, code: code() }, minutes(11))).rejects.toMatchObject(gone);
    const other = await aTenant(database.owner);
    await expect(
      run(giveSecondFactor, { ...hold, code: code() }, { actor: visitor(other.id) }),
    ).rejects.toMatchObject(gone);
    await database.owner.query("update users set password_changed_at = now() where id = $1", [id]);
    await expect(give({ ...hold, code: code() })).rejects.toMatchObject(gone);
  });
});
