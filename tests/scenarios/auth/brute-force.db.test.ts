import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { signInWithLink } from "@/lib/auth/operations/sign-in-with-link";
import { answerRequests, aPassword, aPerson, mailsTo } from "@/lib/auth/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { attempt, bruteForce } from "@/scripts/bench/auth/guesses";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

test("F-36: of 1,000 guesses in an hour from 100 addresses 23 are tried; the owner gets in by known browser and by mail link", async () => {
  const { email } = await aPerson(tenant.id);
  const deviceSecret = randomBytes(32).toString("base64url");
  const own = { email, password: aPassword, address: "203.0.113.7", deviceSecret };
  expect(await attempt(tenant.id, own)).toBe("in");

  const attack = { guesses: 1_000, addresses: 100, overSeconds: 3_600 };
  const start = new Date(Date.now() - 3_599_000);
  expect(await bruteForce(tenant.id, email, attack, start)).toEqual({ tried: 23, heldOff: 977 });

  const elsewhere = { email, password: aPassword, address: "203.0.113.8" };
  expect(await attempt(tenant.id, elsewhere)).toBe("auth.sign_in_held_off");
  expect(await attempt(tenant.id, own)).toBe("in");
  await run(requestSignInLink, { email }, { actor: visitor(tenant.id) });
  await answerRequests(database.owner, tenant.id);
  const [mail] = await mailsTo(database.owner, tenant.id, email);
  const entered = run(signInWithLink, { token: mail?.token ?? "" }, { actor: visitor(tenant.id) });
  await expect(entered).resolves.toMatchObject({ step: "signed_in" });
}, 60_000);
