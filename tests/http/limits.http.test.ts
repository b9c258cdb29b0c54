import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningApp, startApp } from "@/tests/support/app-server";
import { operationsOfActions } from "./support/action-operations";
import { callAction, formOf, stateOf } from "./support/actions";
import { prepare } from "./support/app-setup";
import { type Action, actions } from "./support/manifests";
import type { Installation } from "./support/prepare";
import { type Answer, send } from "./support/request";

/** An installation of its own, with limits that a test reaches; addresses are those that a proxy in front names. */
const limits = { signIn: 6, address: 12, key: 15 };
let tight: RunningApp;
let port: number;
let installation: Installation["first"];

beforeAll(async () => {
  tight = await startApp({
    env: {
      TRUST_PROXY: "127.0.0.1",
      RATE_LIMIT_SIGN_IN_PER_MINUTE: String(limits.signIn),
      RATE_LIMIT_ADDRESS_PER_MINUTE: String(limits.address),
      RATE_LIMIT_KEY_PER_MINUTE: String(limits.key),
      RATE_LIMIT_STORE: "postgres",
    },
    hasDurableWork: false,
  });
  port = Number(new URL(tight.url).port);
});
afterAll(() => tight?.stop());

const action = (name: string) => actions().find((one) => one.name === name) as Action;
const from = (address: string) => ({ "x-forwarded-for": address });

function submit(name: string, address: string, args: unknown[]): Promise<Answer> {
  return callAction({ ...action(name), port, headers: { ...from(address), origin: tight.url } }, args);
}

/** Codes of refusals, one after the other. */
async function codesOf(times: number, attempt: () => Promise<Answer>): Promise<(string | undefined)[]> {
  const codes = [];
  for (let count = 0; count < times; count += 1) codes.push(stateOf(await attempt())?.error?.code);
  return codes;
}

const busy = "core.too_many_requests";

test("S-24: an address that guesses set-up links is stopped, and the link that is open stays open", {
  timeout: 180_000,
}, async () => {
  const wrong = () =>
    submit("setUpAction", "203.0.113.1", [
      {},
      formOf({ token: "A".repeat(43), "owner.email": "eve@evil.example" }),
    ]);
  const codes = await codesOf(limits.signIn + 2, wrong);
  expect(codes.slice(0, limits.signIn)).not.toContain(busy);
  expect(codes.slice(limits.signIn)).toEqual([busy, busy]);

  // The page, too: what is open looks closed from there, and from there only.
  const path = new URL(tight.setupUrl ?? "").pathname;
  const formAt = async (address: string) =>
    (await send({ path, port, headers: from(address) })).text.includes('name="owner.email"');
  expect(await formAt("203.0.113.1")).toBe(false);
  expect(await formAt("203.0.113.10")).toBe(true);
  installation = (await prepare({ ...tight.environment })).first;
});

test("S-24: an address that guesses passwords is stopped, even when it comes to the right one; others are not", async () => {
  const { email, password } = installation.owner;
  const guess = (typed: string) => () =>
    submit("signInAction", "203.0.113.2", ["/admin", {}, formOf({ email, password: typed })]);
  const codes = await codesOf(limits.signIn, guess("not the password"));
  // The account itself is held off as well, after some tries.
  expect(codes.filter((code) => !/^auth\.sign_in_(?:refused|held_off)$/.test(String(code)))).toEqual([]);

  const right = await guess(password)();
  expect(stateOf(right)?.error?.code).toBe(busy);
  expect(right.headers["set-cookie"] ?? []).toEqual([]);

  const other = await submit("signInAction", "203.0.113.3", ["/admin", {}, formOf({ email, password })]);
  expect(String(other.headers["set-cookie"])).toContain("authjs.session-token=");
});

test("S-24: nobody makes an address look like another by what they write into the forwarded header", async () => {
  const guess = (count: number) =>
    submit("signInAction", `198.51.100.${count}, 203.0.113.4`, [
      "/",
      {},
      formOf({ email: "a@b.example", password: "x" }),
    ]);
  const codes = [];
  for (let count = 0; count <= limits.signIn; count += 1)
    codes.push(stateOf(await guess(count))?.error?.code);
  expect(codes.at(-1)).toBe(busy);
});

test("S-24: an address that exists and one that does not are refused in the same words", async () => {
  const attempt = (email: string) =>
    submit("signInAction", "203.0.113.5", ["/", {}, formOf({ email, password: "not the password" })]);
  const known = stateOf(await attempt(installation.owner.email));
  const unknown = stateOf(await attempt("nobody@northwind.example"));
  const bare = (state: typeof known) => JSON.stringify(state?.error).replace(/"requestId":"[^"]+"/, "");
  expect(bare(known)).toBe(bare(unknown));
});

test("S-24: the REST door counts strangers by address and keys by themselves, and says so in each answer", async () => {
  const ask = (headers: Record<string, string>) => send({ path: "/api/v1/clients", port, headers });
  for (const [headers, name, limit, status] of [
    [from("203.0.113.6"), "address", limits.address, 401],
    [
      { ...from("203.0.113.7"), authorization: `Bearer p1_${"x".repeat(43)}` },
      "address",
      limits.address,
      401,
    ],
    [{ ...from("203.0.113.8"), authorization: `Bearer ${installation.apiKey}` }, "actor", limits.key, 200],
  ] as const) {
    for (let count = 1; count <= limit; count += 1) {
      const answer = await ask(headers);
      expect(answer.status).toBe(status);
      expect(answer.headers["ratelimit-policy"]).toBe(`"${name}";q=${limit};w=60`);
      expect(answer.headers.ratelimit).toMatch(new RegExp(`^"${name}";r=${limit - count};t=\\d+$`));
    }
    const over = await ask(headers);
    expect(over.status).toBe(429);
    expect(Number(over.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(over.headers["retry-after"])).toBeLessThanOrEqual(60);
    expect(over.headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(over.text)).toMatchObject({ status: 429, code: busy });
  }
  const elsewhere = await ask({ ...from("203.0.113.9"), authorization: `Bearer ${installation.apiKey}` });
  expect(elsewhere.status, "the key's quota is the key's, wherever it is used").toBe(429);
  expect((await ask(from("203.0.113.9"))).status, "another address has its own").toBe(401);
});

describe("S-24: nobody guesses at any door", () => {
  const operationOf = operationsOfActions();
  const forVisitors = actions().filter(({ name }) => operationOf.get(name)?.audience.includes("visitor"));
  /** More than any quota allows. */
  const attempts = Math.max(...Object.values(limits)) + 1;
  const addresses = Array.from({ length: 200 }, (_, index) => `192.0.2.${index + 1}`);
  const anAddress = () => addresses.pop() as string;

  test("that visitors may call without being in this sweep", () => {
    expect(forVisitors.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "signInAction",
        "requestSignInLinkAction",
        "signInWithLinkAction",
        "requestResetAction",
        "resetPasswordAction",
        "registerAction",
        "confirmRegistrationAction",
        "acceptInvitationAction",
        "confirmEmailChangeAction",
        "giveSecondFactorAction",
        "confirmSetUpAction",
        "signInByPasskeyAction",
        "signInByProviderAction",
        "setUpAction",
        "unsubscribeAction",
      ]),
    );
  });

  test.each(forVisitors.map(({ name }) => name))("by the action %s", async (name) => {
    const address = anAddress();
    const withPath = ["signInAction", "signInWithLinkAction", "giveSecondFactorAction"].includes(name);
    const more = ["signInByProviderAction", "signInByPasskeyAction", "confirmSetUpAction"].includes(name);
    const args = [...(withPath || more ? [undefined] : []), {}, formOf({ token: "A".repeat(43) })];
    const codes = await codesOf(attempts, () => submit(name, address, args));
    expect(codes.at(-1)).toBe(busy);
    expect(codes[0]).not.toBe(busy);
  });

  test.each([
    ["GET", `/files/${"A".repeat(60)}`, 404],
    ["POST", "/api/webhooks/resend", 503],
    ["GET", "/api/metrics", 401],
    ["GET", "/api/relay", 503],
    ["GET", "/api/v1/clients", 401],
  ] as const)("by %s %s with a secret that is wrong", async (method, path, first) => {
    const headers = { ...from(anAddress()), authorization: `Bearer p1_${"x".repeat(43)}` };
    const statuses = [];
    for (let count = 0; count < attempts; count += 1) {
      statuses.push((await send({ method, path, port, headers })).status);
    }
    expect(statuses[0]).toBe(first);
    // Where no secret is configured there is nothing to guess.
    expect(statuses.at(-1)).toBe(first === 503 ? 503 : 429);
  });

  test("by the way back from a provider", async () => {
    const headers = from(anAddress());
    const path = "/api/auth/callback/0198c5c8-0000-7000-8000-000000000001?code=x&state=y";
    const locations = [];
    for (let count = 0; count < attempts; count += 1) {
      locations.push((await send({ path, port, headers })).headers.location);
    }
    expect(locations[0]).not.toContain(busy);
    expect(locations.at(-1)).toContain(busy);
  });
});
