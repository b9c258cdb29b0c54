import { beforeAll, expect, test } from "vitest";
import { answerAccountRequest } from "@/inngest/auth/answer-request";
import { tellOwnerOfLock } from "@/inngest/auth/tell-of-lock";
import { runFunction } from "@/inngest/testing";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { signIn } from "@/lib/auth/operations/sign-in";
import { throttleLimits } from "@/lib/auth/rules/throttle";
import { aPerson, mailsTo } from "@/lib/auth/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

/** The events of a name as the relay hands them over. */
async function events(name: string) {
  const { rows } = await database.owner.query(
    "select subject, payload, actor from outbox_events where tenant_id = $1 and name = $2 order by sequence",
    [tenant.id, name],
  );
  return rows.map(({ subject, payload, actor }) => ({
    name,
    data: { ...payload, tenantId: tenant.id, subject, actor } as Record<string, unknown>,
  }));
}

test("what a visitor asked for is answered once, however often the event comes", async () => {
  const { email } = await aPerson(tenant.id);
  await run(requestSignInLink, { email }, { actor: visitor(tenant.id) });
  const [asked] = await events("auth/account.requested");
  if (asked === undefined) throw new Error("Nothing was announced.");

  for (const isAnswered of [true, false]) {
    expect(await runFunction(answerAccountRequest, { event: asked })).toMatchObject({
      status: "completed",
      output: { isAnswered },
    });
  }
  expect(await mailsTo(database.owner, tenant.id, email)).toMatchObject([{ template: "sign-in-link" }]);
  const { rows } = await database.owner.query("select 1 from account_requests where tenant_id = $1", [
    tenant.id,
  ]);
  expect(rows).toEqual([]);
});

test("F-36: the owner of a locked account hears of it once; the lock of nobody's address tells nobody", async () => {
  const { email } = await aPerson(tenant.id);
  for (const account of [email, "nobody@example.com"]) {
    for (let guess = 0; guess < throttleLimits.account.free; guess += 1) {
      const input = {
        email: account,
        password: "wrong horse battery staple",
        address: `198.51.100.${guess}`,
      };
      await run(signIn, input, { actor: visitor(tenant.id) }).catch(() => undefined);
    }
  }
  const locked = await events("auth/account.locked");
  expect(locked).toHaveLength(2);
  for (const event of locked) {
    expect(await runFunction(tellOwnerOfLock, { event })).toMatchObject({ status: "completed" });
  }
  expect(await mailsTo(database.owner, tenant.id, email)).toMatchObject([{ template: "account-locked" }]);
  expect(await mailsTo(database.owner, tenant.id, "nobody@example.com")).toEqual([]);
});
