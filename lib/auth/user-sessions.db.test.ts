import { beforeAll, expect, test } from "vitest";
import { endUserSession } from "@/lib/auth/operations/end-user-session";
import { listUserSessions } from "@/lib/auth/operations/list-user-sessions";
import { requestReset } from "@/lib/auth/operations/request-reset";
import { resetPassword } from "@/lib/auth/operations/reset-password";
import { signIn } from "@/lib/auth/operations/sign-in";
import { actorOf, anAuthenticator } from "@/lib/auth/second-factor/testing";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { answerRequests, aPerson, enter, mailsTo } from "@/lib/auth/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

test("staff see where somebody is signed in and end one session, at its next request, on record", async () => {
  const [owner, support] = [await aPerson(tenant.id), await aPerson(tenant.id, { role: "support" })];
  const actor = await actorOf(tenant.id, owner.email);
  const [first, second] = [await enter(tenant.id, support.email), await enter(tenant.id, support.email)];

  const { items } = await run(listUserSessions, { userId: support.id }, { actor });
  expect(items.map(({ id }) => id).sort()).toEqual([first.sessionId, second.sessionId].sort());
  await run(endUserSession, { sessionId: first.sessionId }, { actor });
  expect(await findSessionHolder(first)).toBeUndefined();
  expect(await findSessionHolder(second)).toBeDefined();

  const { rows } = await database.owner.query(
    "select operation, actor_id from audit_log where record_id = $1 and operation = 'auth.userSession.end'",
    [first.sessionId],
  );
  expect(rows).toMatchObject([{ actor_id: owner.id }]);
  const again = run(endUserSession, { sessionId: first.sessionId }, { actor });
  await expect(again).rejects.toMatchObject({ code: "auth.session_not_found" });
});

test("S-21: nobody ends a session of whoever may do more; one's own may be ended", async () => {
  const [owner, support] = [await aPerson(tenant.id), await aPerson(tenant.id, { role: "support" })];
  const actor = await actorOf(tenant.id, support.email);
  const above = await enter(tenant.id, owner.email);
  await expect(run(endUserSession, { sessionId: above.sessionId }, { actor })).rejects.toMatchObject({
    code: "auth.person_above",
  });
  expect(await findSessionHolder(above)).toBeDefined();
  await run(endUserSession, { sessionId: (await enter(tenant.id, support.email)).sessionId }, { actor });
});

test("S-29: sessions of another company are not there", async () => {
  const { id, email } = await aPerson(tenant.id);
  const { sessionId } = await enter(tenant.id, email);
  const actor = staff((await aTenant(database.owner)).id);
  await expect(run(listUserSessions, { userId: id }, { actor })).rejects.toMatchObject({
    code: "auth.user_not_found",
  });
  await expect(run(endUserSession, { sessionId }, { actor })).rejects.toMatchObject({
    code: "auth.session_not_found",
  });
});

test("6.4.3: a reset of the password does not pass by the second factor", async () => {
  const { email } = await aPerson(tenant.id);
  await anAuthenticator(tenant.id, email);
  await run(requestReset, { email }, { actor: visitor(tenant.id) });
  await answerRequests(database.owner, tenant.id);
  const [mail] = await mailsTo(database.owner, tenant.id, email);
  const newPassword = "seven brown bears in a rowing boat";
  const given = { token: mail?.token ?? "", newPassword };
  expect(await run(resetPassword, given, { actor: visitor(tenant.id) })).toEqual({ isChanged: true });

  const input = { email, password: newPassword };
  expect(await run(signIn, input, { actor: visitor(tenant.id) })).toMatchObject({
    step: "second_factor",
    sessionId: null,
  });
});
