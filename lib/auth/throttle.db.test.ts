import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { signIn } from "@/lib/auth/operations/sign-in";
import { throttleLimits } from "@/lib/auth/rules/throttle";
import { aPassword, aPerson } from "@/lib/auth/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
const start = new Date("2026-04-02T12:00:00Z");
const wrong = "wrong horse battery staple";
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

beforeAll(async () => {
  database = await testDatabase();
});

type Guess = { email: string; address?: string; password?: string; device?: string; at?: Date };

/** The code of the refusal, or "in". */
async function guess({ email, address = "192.0.2.1", password = wrong, device, at = start }: Guess) {
  const input = { email, password, address, deviceSecret: device ?? null };
  return run(signIn, input, { actor: visitor(tenant.id), now: at }).then(
    () => "in",
    (refusal) => refusal.code as string,
  );
}

async function guessTimes(times: number, given: (index: number) => Guess) {
  const codes: string[] = [];
  for (let index = 0; index < times; index += 1) codes.push(await guess(given(index)));
  return codes;
}

const addressOf = (index: number) => `198.51.${100 + Math.floor(index / 200)}.${index % 200}`;
const countOf = (codes: readonly string[], wanted: string) => codes.filter((code) => code === wanted).length;

beforeAll(async () => {
  tenant = await aTenant(database.owner);
});

describe("F-36: whoever guesses", () => {
  test("from one address is held off after five failures, with a pause that doubles", async () => {
    const { email } = await aPerson(tenant.id);
    const codes = await guessTimes(6, () => ({ email }));
    expect(codes).toEqual([...Array(5).fill("auth.sign_in_refused"), "auth.sign_in_held_off"]);

    expect(await guess({ email, password: aPassword, at: later(29) })).toBe("auth.sign_in_held_off");
    expect(await guess({ email, at: later(31) })).toBe("auth.sign_in_refused");
    expect(await guess({ email, password: aPassword, at: later(31 + 59) })).toBe("auth.sign_in_held_off");
    expect(await guess({ email, password: aPassword, at: later(31 + 61) })).toBe("in");
  });

  test("from many addresses locks the account, whether or not there is one", async () => {
    const { email } = await aPerson(tenant.id);
    const outcomes = [];
    for (const account of [email, "nobody@example.com"]) {
      outcomes.push(await guessTimes(25, (index) => ({ email: account, address: addressOf(index) })));
    }
    const [known, unknown] = outcomes;
    expect(known).toEqual(unknown);
    expect(countOf(known ?? [], "auth.sign_in_refused")).toBe(throttleLimits.account.free);
    expect(await guess({ email, password: aPassword, address: "203.0.113.9" })).toBe("auth.sign_in_held_off");
  });

  test("does not lock out a browser that the account knows, and cannot use the exemption without its cookie", async () => {
    const { email } = await aPerson(tenant.id);
    const device = randomBytes(32).toString("base64url");
    expect(await guess({ email, password: aPassword, device, address: "203.0.113.20" })).toBe("in");
    await guessTimes(30, (index) => ({ email, address: addressOf(index) }));

    const other = randomBytes(32).toString("base64url");
    expect(await guess({ email, password: aPassword, device: other })).toBe("auth.sign_in_held_off");
    expect(await guess({ email, password: aPassword, device, address: "203.0.113.20" })).toBe("in");
    const codes = await guessTimes(11, () => ({ email, device }));
    expect(countOf(codes, "auth.sign_in_refused")).toBe(throttleLimits.device.free);
    expect(await guess({ email, password: aPassword, device })).toBe("auth.sign_in_held_off");
  });

  test("sprays one password over many accounts is held off by the address", async () => {
    const codes = await guessTimes(60, (index) => ({
      email: `person${index}@spray.example`,
      address: "203.0.113.77",
    }));
    expect(countOf(codes, "auth.sign_in_refused")).toBe(throttleLimits.address.free);
  });

  test("in a whole network of IPv6 addresses counts as one", async () => {
    const { email } = await aPerson(tenant.id);
    const codes = await guessTimes(8, (index) => ({ email, address: `2001:db8:1:2::${index + 1}` }));
    expect(countOf(codes, "auth.sign_in_refused")).toBe(throttleLimits.pair.free);
  });

  test("many times at the same moment gets no more tries than one after the other", async () => {
    const { email } = await aPerson(tenant.id);
    await guessTimes(4, () => ({ email, address: "203.0.113.40" }));
    const codes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        guess({ email, address: "203.0.113.40", password: index === 7 ? aPassword : wrong }),
      ),
    );
    const { rows } = await database.owner.query(
      "select max(failures)::int as failures from sign_in_throttles where key like 'pair:203.0.113.40|%'",
    );
    expect(codes.filter((code) => code === "auth.sign_in_refused").length).toBe(rows[0]?.failures - 4);
  });
});

test("failures are forgotten after the quiet time", async () => {
  const { email } = await aPerson(tenant.id);
  await guessTimes(4, () => ({ email, address: "203.0.113.50" }));
  const nextDay = later(25 * 3_600);
  expect(await guess({ email, address: "203.0.113.50", at: nextDay })).toBe("auth.sign_in_refused");
  expect(await guess({ email, address: "203.0.113.50", password: aPassword, at: nextDay })).toBe("in");
});

test("a failed attempt is audited and announced although it is refused; one that is held off adds nothing", async () => {
  const { id, email } = await aPerson(tenant.id);
  await guessTimes(9, () => ({ email, address: "203.0.113.60" }));
  const { rows: audited } = await database.owner.query(
    "select after from audit_log where operation = 'auth.session.signIn' and record_type = 'sign_in' and record_id = $1",
    [id],
  );
  expect(audited).toHaveLength(5);
  expect(audited[0].after).toMatchObject({ email, address: "203.0.113.60", outcome: "failed" });
  const { rows: events } = await database.owner.query(
    "select 1 from outbox_events where name = 'auth/sign-in.failed' and payload->>'userId' = $1",
    [id],
  );
  expect(events).toHaveLength(5);
});
