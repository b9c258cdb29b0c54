import { randomBytes } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { requestReset } from "@/lib/auth/operations/request-reset";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { signIn } from "@/lib/auth/operations/sign-in";
import { aPerson } from "@/lib/auth/testing";
import { appPool } from "@/lib/core/db/pools";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

const verifications = vi.hoisted(() => ({ count: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    verify: (...given: Parameters<typeof real.verify>) => {
      verifications.count += 1;
      return real.verify(...given);
    },
  };
});

let database: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

/** What a call costs: verifications of passwords, and the statements that it sent, without their values. */
async function workOf(call: () => Promise<unknown>) {
  const statements: string[] = [];
  const connection = await appPool().connect();
  const proto = Object.getPrototypeOf(connection) as { query: (...given: unknown[]) => unknown };
  connection.release();
  const spy = vi.spyOn(proto, "query").mockImplementation(function (this: object, ...given: unknown[]) {
    const [statement] = given as [string | { text: string }];
    statements.push(typeof statement === "string" ? (statement.split("'")[0] ?? "") : statement.text);
    return original.apply(this, given);
  });
  const before = verifications.count;
  try {
    await call().catch(() => undefined);
  } finally {
    spy.mockRestore();
  }
  // The relay is woken after the commit, for several calls at once: no part of the call.
  const own = statements.filter((statement) => !statement.includes("pg_notify"));
  return { statements: own, verifications: verifications.count - before };
}
let original: (...given: unknown[]) => unknown;

beforeAll(async () => {
  const connection = await appPool().connect();
  original = (Object.getPrototypeOf(connection) as { query: typeof original }).query;
  connection.release();
});

const guest = () => ({ actor: visitor(tenant.id) });
const device = randomBytes(32).toString("base64url");
const ways: [string, (email: string) => Promise<unknown>][] = [
  [
    "a wrong password",
    (email) =>
      run(
        signIn,
        { email, password: "wrong horse battery staple", address: "192.0.2.9", deviceSecret: device },
        guest(),
      ),
  ],
  ["asking for a link to sign in", (email) => run(requestSignInLink, { email }, guest())],
  ["asking for a new password", (email) => run(requestReset, { email }, guest())],
  [
    "registering",
    (email) => run(requestRegistration, { ...requestRegistration.example.input, email }, guest()),
  ],
];

test.each(ways)("F-37: %s costs the same for a known and for an unknown address", async (_, call) => {
  const known = await aPerson(tenant.id);
  const unknown = `${randomBytes(6).toString("hex")}@example.com`;
  await workOf(() => call(`${randomBytes(6).toString("hex")}@example.com`));

  const [ofKnown, ofUnknown] = [await workOf(() => call(known.email)), await workOf(() => call(unknown))];
  expect(ofKnown.statements.length).toBeGreaterThan(3);
  expect(ofUnknown).toEqual(ofKnown);
});

test("F-37: the verification of an unknown account is one argon2id with the parameters of every stored password", async () => {
  const known = await aPerson(tenant.id);
  for (const email of [known.email, "nobody-at-all@example.com"]) {
    const { verifications: count } = await workOf(() =>
      run(signIn, { email, password: "wrong horse battery staple" }, guest()),
    );
    expect(count).toBe(1);
  }
});
