import { beforeAll, describe, expect, test } from "vitest";
import { beginPasskeyRegistration } from "@/lib/auth/operations/begin-passkey-registration";
import { beginPasskeySignIn } from "@/lib/auth/operations/begin-passkey-sign-in";
import { listPasskeys } from "@/lib/auth/operations/list-passkeys";
import { registerPasskey } from "@/lib/auth/operations/register-passkey";
import { removePasskey } from "@/lib/auth/operations/remove-passkey";
import { renamePasskey } from "@/lib/auth/operations/rename-passkey";
import { signInByPasskey } from "@/lib/auth/operations/sign-in-by-passkey";
import { actorOf, anAuthenticator, firstFactor } from "@/lib/auth/second-factor/testing";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPerson } from "@/lib/auth/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { aSoftAuthenticator } from "@/tests/support/authenticator";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

const origin = "http://localhost:3000";
let database: TestDatabase;
let tenant: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

const rows = async (text: string, values: unknown[]) => (await database.owner.query(text, values)).rows;
const refused = { code: "auth.passkey_refused" };

/** A person with a passkey. */
async function aHolder(at = tenant) {
  const person = await aPerson(at.id);
  const actor = await actorOf(at.id, person.email);
  const device = aSoftAuthenticator(origin);
  const { options, ...hold } = await run(beginPasskeyRegistration, { origin }, { actor });
  const passkey = await run(
    registerPasskey,
    { ...hold, origin, response: device.make(options), name: "Laptop" },
    { actor },
  );
  return { ...person, actor, device, passkey };
}

type Device = ReturnType<typeof aSoftAuthenticator>;

/** Begins to sign in; the answer is sent by `send`, as often as one likes. */
async function aCeremony(
  device: Device,
  odd: Parameters<Device["show"]>[1] = {},
  at = tenant,
  from = origin,
) {
  const actor = visitor(at.id);
  const { options, ...hold } = await run(beginPasskeySignIn, { origin: from }, { actor });
  const response = device.show(options, odd);
  return () => run(signInByPasskey, { ...hold, origin: from, response }, { actor });
}

describe("a passkey", () => {
  test("is added, audited, announced, told by mail, and signs in with both factors at once", async () => {
    const { id, actor, device, passkey } = await aHolder();
    expect(await run(listPasskeys, {}, { actor })).toMatchObject({
      items: [{ id: passkey.id, name: "Laptop", host: "localhost", lastUsedAt: null }],
    });

    const { step, sessionId } = await (await aCeremony(device))();
    expect(step).toBe("signed_in");
    const reference = { tenantId: tenant.id, sessionId: sessionId as string, userId: id };
    const holder = await findSessionHolder(reference);
    expect(holder).toMatchObject({ method: "passkey", secondFactorAt: expect.any(Date) });

    const audited = await rows(
      "select after from audit_log where operation = 'auth.passkey.register' and record_id = $1",
      [passkey.id],
    );
    expect(audited).toMatchObject([{ after: { name: "Laptop" } }]);
    expect(
      await rows("select 1 from outbox_events where subject = $1 and name = 'auth/second-factor.added'", [
        id,
      ]),
    ).toHaveLength(1);
    expect(
      await rows("select 1 from mail_messages where user_id = $1 and template = 'second-factor-changed'", [
        id,
      ]),
    ).toHaveLength(1);
  });

  test("S-28: gives a session where an authenticator would be asked for, and satisfies the demand for a second factor", async () => {
    const made = await aTenant(database.owner);
    const { email, device } = await aHolder(made);
    await anAuthenticator(made.id, email);
    await rows(
      "insert into settings (tenant_id, key, value, updated_at) values ($1, 'security.secondFactor', '\"everyone\"', now())",
      [made.id],
    );

    expect((await firstFactor(made.id, email)).step).toBe("second_factor");
    expect((await (await aCeremony(device, {}, made))()).step).toBe("signed_in");
  });

  test("is refused for another origin, an unverified person, and where nobody was asked", async () => {
    const { device } = await aHolder();
    for (const odd of [
      { origin: "http://localhost:4000" },
      { origin: "https://panel.evil.example" },
      { isVerified: false },
    ]) {
      await expect((await aCeremony(device, odd))()).rejects.toMatchObject(refused);
    }
    await expect(aCeremony(device, {}, tenant, "https://panel.evil.example")).rejects.toMatchObject(refused);
    await expect(aCeremony(device, {}, tenant, "not an origin")).rejects.toMatchObject(refused);
    await expect((await aCeremony(aSoftAuthenticator(origin)))()).rejects.toMatchObject(refused);
  });

  test("signs in nobody at another company, and no person who is suspended (S-19)", async () => {
    const { id, device } = await aHolder();
    const other = await aTenant(database.owner);
    await expect((await aCeremony(device, {}, other))()).rejects.toMatchObject(refused);
    await rows("update users set status = 'SUSPENDED' where id = $1", [id]);
    await expect((await aCeremony(device))()).rejects.toMatchObject(refused);
  });

  test("answers a challenge once, in a race of sixteen too", async () => {
    const { device } = await aHolder();
    const send = await aCeremony(device);
    const outcomes = await Promise.allSettled(Array.from({ length: 16 }, send));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(send()).rejects.toMatchObject({ code: "auth.challenge_gone" });
  });

  test("whose counter went back is a copy: refused, and in the audit log", async () => {
    const { device, passkey } = await aHolder();
    await (await aCeremony(device, { counter: 7 }))();
    for (const counter of [7, 3, 0]) {
      await expect((await aCeremony(device, { counter }))(), `${counter}`).rejects.toMatchObject(refused);
    }
    const audited = await rows(
      "select after from audit_log where record_type = 'passkey' and record_id = $1 and after->>'wentBack' = 'true'",
      [passkey.id],
    );
    expect(audited).toHaveLength(3);
    expect((await (await aCeremony(device, { counter: 8 }))()).step).toBe("signed_in");
  });

  test("is renamed and removed by its owner; to others it is not there", async () => {
    const { actor, passkey, device } = await aHolder();
    const stranger = (await aHolder()).actor;
    const { id: passkeyId } = passkey;
    const notThere = { code: "auth.passkey_not_found" };
    await expect(run(renamePasskey, { passkeyId, name: "Mine" }, { actor: stranger })).rejects.toMatchObject(
      notThere,
    );
    await expect(run(removePasskey, { passkeyId }, { actor: stranger })).rejects.toMatchObject(notThere);

    expect(await run(renamePasskey, { passkeyId, name: "Phone" }, { actor })).toMatchObject({
      name: "Phone",
    });
    await run(removePasskey, { passkeyId }, { actor });
    await expect((await aCeremony(device))()).rejects.toMatchObject(refused);
  });

  test("stays when it is the last way in, or the last second factor where one is demanded", async () => {
    const made = await aTenant(database.owner);
    const { id, actor, passkey } = await aHolder(made);
    await rows("delete from user_credentials where user_id = $1", [id]);
    const remove = () => run(removePasskey, { passkeyId: passkey.id }, { actor });
    await expect(remove()).rejects.toMatchObject({ code: "auth.last_way_in" });
    await rows(
      "insert into settings (tenant_id, key, value, updated_at) values ($1, 'security.secondFactor', '\"staff\"', now())",
      [made.id],
    );
    await expect(remove()).rejects.toMatchObject({ code: "auth.second_factor_required" });
  });

  test("is added by whom it was begun for, once, and by nobody else", async () => {
    const { actor } = await aHolder();
    const other = (await aHolder()).actor;
    const device = aSoftAuthenticator(origin);
    const { options, ...hold } = await run(beginPasskeyRegistration, { origin }, { actor });
    const input = { ...hold, origin, response: device.make(options), name: "Key" };

    await expect(run(registerPasskey, input, { actor: other })).rejects.toMatchObject(refused);
    await expect(run(registerPasskey, input, { actor })).rejects.toMatchObject({
      code: "auth.challenge_gone",
    });
  });
});
