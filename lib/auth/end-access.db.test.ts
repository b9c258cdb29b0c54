import { beforeAll, expect, test } from "vitest";
import { actorForApiKey } from "@/lib/auth/api-key-actor";
import { lockChallenge, openChallenge } from "@/lib/auth/challenges";
import { endAccess } from "@/lib/auth/end-access";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { signInWithLink } from "@/lib/auth/operations/sign-in-with-link";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPerson, enter } from "@/lib/auth/testing";
import { issueToken } from "@/lib/auth/tokens";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation } from "@/lib/ledger/testing";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

test("S-19: sessions, keys, links and sign-ins under way end together, and are dead at the next request", async () => {
  const { id: userId, email } = await aPerson(tenant.id);
  const session = await enter(tenant.id, email);
  const actor = (await findSessionHolder(session))?.actor as Actor;
  const { secret } = await run(createApiKey, createApiKey.example.input, { actor });
  const made = await inOperation(staff(tenant.id), async (context) => ({
    link: await issueToken(context, { purpose: "sign_in_link", userId, email, validMinutes: 60 }),
    hold: await openChallenge(context, { purpose: "second_factor", userId, method: "password" }),
  }));
  expect(await actorForApiKey(tenant.id, secret)).toBeDefined();

  await inOperation(staff(tenant.id), (context) =>
    endAccess(context, { userId, reason: "suspended", withKeys: true }),
  );

  expect(await findSessionHolder(session)).toBeUndefined();
  expect(await actorForApiKey(tenant.id, secret)).toBeUndefined();
  const link = run(signInWithLink, { token: made.link.token }, { actor: visitor(tenant.id) });
  await expect(link).rejects.toMatchObject({ code: "auth.token_unusable" });
  const challenge = inOperation(staff(tenant.id), (context) =>
    lockChallenge(context, made.hold, "second_factor"),
  );
  await expect(challenge).rejects.toMatchObject({ code: "auth.challenge_gone" });

  const { rows } = await database.owner.query("select revoked_reason from sessions where id = $1", [
    session.sessionId,
  ]);
  expect(rows).toEqual([{ revoked_reason: "suspended" }]);
  const { rows: events } = await database.owner.query(
    "select payload from outbox_events where name = 'auth/sessions.ended' and subject = $1",
    [userId],
  );
  expect(events).toMatchObject([{ payload: { reason: "suspended", count: 1 } }]);
});
