import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { createClient } from "@/lib/clients/operations/create-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import type { Actor } from "@/lib/core/operation/actor";
import { serverAction } from "@/lib/doors/server-action";
import { aDoorkeeper } from "@/lib/doors/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

const database = await testDatabase();
process.env.RATE_LIMIT_ADDRESS_PER_MINUTE = "3";
let tenant: TestTenant;
let person: Actor | undefined;
const keeper = aDoorkeeper((host) => (host === "localhost:3000" ? tenant.id : undefined));
const sources = { ...keeper, actorForSession: async () => person };
const own = { host: "localhost:3000", origin: "http://localhost:3000", cookie: "authjs.session-token=x" };

beforeAll(async () => {
  tenant = await aTenant(database.owner);
  person = staff(tenant.id);
});

function action(given: Record<string, string> = own, more: { after?: () => void } = {}) {
  const request = { headers: async () => new Headers(given), sources };
  return serverAction(createClient, { request, ...more });
}

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const typed = {
  kind: "PERSON",
  name: "Ada Lovelace",
  companyName: "",
  email: "ada@example.com",
  country: "GB",
  currency: "GBP",
  language: "",
};

async function clients(): Promise<number> {
  return (await database.owner.query("select count(*)::int as n from clients")).rows[0].n;
}

test("a form becomes an input: empty fields are null or left out, React's own fields are not part of it", async () => {
  const state = await action()({}, form({ ...typed, $ACTION_ID_0123: "", $ACTION_KEY: "k" }));
  expect(state).toMatchObject({
    ok: true,
    value: { name: "Ada Lovelace", companyName: null, language: null },
  });
});

test("a refusal names the fields and keeps what was typed, passwords excepted", async () => {
  const state = await action()({}, form({ ...typed, email: "nobody", password: "hunter2" }));
  expect(state.ok).toBe(false);
  expect(state.error?.fields?.map(({ path }) => path)).toEqual(expect.arrayContaining(["email", "password"]));
  expect(state.values).toMatchObject({ name: "Ada Lovelace", email: "nobody" });
  expect(JSON.stringify(state)).not.toContain("hunter2");
});

test("what follows success runs after it, and not after a refusal", async () => {
  const after = vi.fn();
  await action(own, { after })({}, form({ ...typed, name: "" }));
  expect(after).not.toHaveBeenCalled();
  await action(own, { after })({}, form(typed));
  expect(after).toHaveBeenCalledWith(expect.objectContaining({ name: "Ada Lovelace" }));
});

test("a double click with the form's key has one effect", async () => {
  const before = await clients();
  const states = await Promise.all(
    Array.from({ length: 5 }, () => action()({}, form({ ...typed, idempotencyKey: "form-1" }))),
  );
  expect(new Set(states.map(({ value }) => value?.id)).size).toBe(1);
  expect(await clients()).toBe(before + 1);
});

test.each([
  ["no origin", {}],
  ["origin null", { origin: "null" }],
  ["a foreign origin", { origin: "http://evil.example" }],
  [
    "a foreign origin and a forged x-forwarded-host",
    { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
  ],
  ["a foreign origin and host", { origin: "http://evil.example", host: "evil.example" }],
  ["the origin with a path", { origin: "http://localhost:3000/x" }],
  ["the origin with credentials", { origin: "http://a:b@localhost:3000" }],
  ["another port", { origin: "http://localhost:3001" }],
  ["another scheme", { origin: "ftp://localhost:3000" }],
  ["two origins", { origin: "http://localhost:3000, http://evil.example" }],
])("S-44: an action is refused with %s", async (_title, headers: Record<string, string>) => {
  const { origin: _own, ...rest } = own;
  const spy = vi.spyOn(pg.Client.prototype, "query");
  const state = await action({ ...rest, ...headers })({}, form(typed));
  // An unknown host is looked up among the tenants' domains, and an earlier test may still be waking the relay; nothing else is
  // asked of the database.
  const asked = spy.mock.calls
    .map(([statement]) => JSON.stringify(statement))
    .filter((text) => !/tenant_domains|pg_notify/.test(text));
  spy.mockRestore();
  expect([state.ok, state.error?.code, asked]).toEqual([false, "core.foreign_origin", []]);
});

test("S-45: whoever knows an action's id still needs a session and the permission", async () => {
  const { cookie: _cookie, ...anonymous } = own;
  expect((await action(anonymous)({}, form(typed))).error?.code).toBe("core.unauthenticated");
  person = staff(tenant.id, [listClients.name]);
  expect((await action()({}, form(typed))).error?.code).toBe("core.forbidden");
  person = { ...staff(tenant.id), tenantId: "01932f3a-7c00-7000-8000-00000000ffff" };
  expect((await action()({}, form(typed))).error?.code, "a session of another tenant").toBe(
    "core.unauthenticated",
  );
  person = staff(tenant.id);
});

test("anything in place of a form is refused, and changes nothing", async () => {
  const before = await clients();
  const hostile: unknown[] = [
    undefined,
    null,
    "x",
    {},
    [],
    { entries: () => [] },
    new Map([["name", "Ada"]]),
  ];
  for (const value of hostile) {
    expect((await action()({}, value as FormData)).error?.code).toBe("core.invalid_input");
  }
  expect(await clients()).toBe(before);
});

test.each([
  ["a prototype's name", { "__proto__.x": "1" }, "http.forbidden_field"],
  ["a prototype's name, in brackets", { "a[constructor]": "1" }, "http.forbidden_field"],
  ["a file", { name: new File(["x"], "x.svg") }, "http.unexpected_file"],
  ["a field too long", { name: "x".repeat(200_001) }, "http.form_too_large"],
  [
    "too many fields",
    Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`f${n}`, ""])),
    "http.too_many_fields",
  ],
  ["contradictory names", { a: "1", "a.b": "2" }, "http.contradictory_fields"],
  ["a field of the record that is not an input", { ...typed, tenantId: "x" }, "core.invalid_input"],
])("a form with %s is refused", async (_title, fields, code) => {
  const before = await clients();
  const state = await action()({}, form(fields as Record<string, string>));
  expect([state.error?.code, await clients()]).toEqual([code, before]);
});

test("a visitor's tries are counted by address", async () => {
  const { cookie: _cookie, ...anonymous } = own;
  const from = { ...anonymous, "x-forwarded-for": "203.0.113.9" };
  const codes = [];
  for (let n = 0; n < 4; n += 1) codes.push((await action(from)({}, form(typed))).error?.code);
  expect(codes).toEqual([...Array(3).fill("core.unauthenticated"), "core.too_many_requests"]);
});

test("the unexpected is shown as such, with its reference and nothing else", async () => {
  const failing = { ...sources, tenantForHost: () => Promise.reject(new Error("secret at 10.0.0.7")) };
  const request = {
    headers: async () => new Headers({ ...own, "x-request-id": "front-0001" }),
    sources: failing,
  };
  const state = await serverAction(createClient, { request })({}, form(typed));
  expect(state.error).toEqual({
    code: "core.internal_error",
    message: "Something went wrong here.",
    requestId: "front-0001",
  });
});
