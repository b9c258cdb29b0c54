import fc from "fast-check";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { createClient } from "@/lib/clients/operations/create-client";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import { type JsonSchema, resolved, wireSchema } from "@/lib/doors/json-schema";
import { restDoor } from "@/lib/doors/rest/door";
import type { Operations } from "@/lib/doors/rest/router";
import { aDoorkeeper, apiRequest } from "@/lib/doors/testing";
import { registry } from "@/lib/registry";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff, type TestTenant } from "@/tests/support/tenants";

type Json = Record<string, unknown>;
type Routed = Operation & { http: NonNullable<Operation["http"]>; example: { input: Json } };

const operations = Object.values(registry as Operations)
  .flatMap((domain) => Object.values(domain))
  .filter((operation): operation is Routed => operation.http !== undefined);
const isRead = (operation: Routed) => operation.http.method === "GET";

const database = await testDatabase();
Object.assign(process.env, {
  RATE_LIMIT_KEY_PER_MINUTE: "1000000",
  RATE_LIMIT_ADDRESS_PER_MINUTE: "1000000",
});
let tenant: TestTenant;
let other: TestTenant;
let otherIds: string[];
const keeper = aDoorkeeper((host) => (host === "localhost:3000" ? tenant.id : undefined));
const door = restDoor(registry, keeper);
const tokens = new Map<string, string>();
const input = createClient.example.input;

beforeAll(async () => {
  tenant = await aTenant(database.owner);
  other = await aTenant(database.owner, "Southwind Hosting");
  const call = { actor: staff(other.id) };
  const clients = await Promise.all(
    ["Ada", "Bob", "Eve"].map((name) => run(createClient, { ...input, name, country: "GB" }, call)),
  );
  otherIds = [...clients.map(({ id }) => id), other.id, call.actor.id ?? ""];
  await run(createClient, input, { actor: staff(tenant.id) });
  tokens.set("staff", keeper.letIn(staff(tenant.id)));
  tokens.set("client", keeper.letIn(clientUser(tenant.id, newId())));
});

/** A caller whom the operation is meant for. */
function tokenFor({ audience }: Operation): string {
  const kind = audience.includes("staff") || audience.includes("visitor") ? "staff" : "client";
  return tokens.get(kind) as string;
}

function parametersOf({ http }: Routed): string[] {
  return [...http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}

/** Sends an input the way its operation takes it. */
function send(
  operation: Routed,
  given: Json,
  token = tokenFor(operation),
  headers: Record<string, string> = {},
) {
  const rest = { ...given };
  let path: string = operation.http.path;
  for (const name of parametersOf(operation)) {
    path = path.replace(`{${name}}`, encodeURIComponent(String(rest[name])));
    delete rest[name];
  }
  if (!isRead(operation))
    return door(apiRequest(operation.http.method, path, { token, body: rest, headers }));
  const query = Object.entries(rest).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return door(apiRequest("GET", `${path}?${query.join("&")}`, { token, headers }));
}

type Field = { name: string; schema: JsonSchema; isNullable: boolean };

function stringFields(operation: Routed): Field[] {
  const { root, named } = wireSchema(operation.input);
  return Object.entries(resolved(root, named).properties ?? {}).flatMap(([name, given]) => {
    const schema = resolved(given, named);
    const branches = [schema, ...(schema.anyOf ?? [])].map((branch) => resolved(branch, named));
    const has = (type: string) => branches.some((branch) => [branch.type].flat().includes(type));
    return has("string") ? [{ name, schema, isNullable: has("null") }] : [];
  });
}

/** Statements that reach the database while `work` runs. */
async function queriesDuring(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

describe("S-57: an operator object where text is meant is refused before any query", () => {
  const values = [{ not: "" }, { contains: "" }, { gt: "" }, [], true, null];
  const cases = operations.flatMap((operation) =>
    stringFields(operation)
      .filter(({ name }) => !parametersOf(operation).includes(name))
      .map((field) => ({ operation, field, title: `${operation.name} ${field.name}` })),
  );

  test.each(cases.filter(({ operation }) => !isRead(operation)))("$title", async ({ operation, field }) => {
    for (const value of values) {
      if (value === null && field.isNullable) continue;
      let response: Response | undefined;
      const queries = await queriesDuring(async () => {
        response = await send(operation, { ...operation.example.input, [field.name]: value });
      });
      expect([response?.status, queries], JSON.stringify(value)).toEqual([400, 0]);
    }
  });

  test.each(cases.filter(({ operation }) => isRead(operation)))("$title", async ({ operation, field }) => {
    const path = operation.http.path.replace(/\{\w+\}/g, newId());
    for (const suffix of ["[not]=", "[contains]=", "[gt]=", "[]=", ".not=x", "=a&NAME=b"]) {
      const query = `${field.name}${suffix.replace("NAME", field.name)}`;
      let response: Response | undefined;
      const queries = await queriesDuring(async () => {
        response = await door(apiRequest("GET", `${path}?${query}`, { token: tokenFor(operation) }));
      });
      expect([response?.status, queries], query).toEqual([400, 0]);
    }
  });
});

describe("S-15: a record of another tenant and one that does not exist get the same answer, byte for byte", () => {
  const withIds = operations.flatMap((operation) => {
    const ids = stringFields(operation).filter(({ schema }) => schema.format === "uuid");
    return ids.map(({ name }) => ({ operation, name, title: `${operation.name} ${name}` }));
  });

  test.each(withIds)("$title", async ({ operation, name }) => {
    const headers = { "x-request-id": "the-same-request" };
    const missing = await send(
      operation,
      { ...operation.example.input, [name]: newId() },
      undefined,
      headers,
    );
    const expected = [missing.status, await missing.text()];
    if (parametersOf(operation).includes(name)) expect(missing.status).toBe(404);
    for (const id of otherIds) {
      const foreign = await send(operation, { ...operation.example.input, [name]: id }, undefined, headers);
      expect([foreign.status, await foreign.text()]).toEqual(expected);
    }
  });
});

describe("S-22: every operation asks for the permission that bears its name", () => {
  const guarded = operations.filter(({ audience }) => !audience.includes("visitor"));

  test.each(guarded)("$name", async (operation) => {
    const isForStaff = operation.audience.includes("staff");
    const as = (permissions: string[]): Actor =>
      isForStaff ? staff(tenant.id, permissions) : clientUser(tenant.id, newId(), permissions);
    const others = operations.map(({ name }) => name).filter((name) => name !== operation.name);

    const without = await send(operation, operation.example.input, keeper.letIn(as(others)));
    expect(without.status).toBe(403);
    const withIt = await send(operation, operation.example.input, keeper.letIn(as([operation.name])));
    expect(["core.forbidden", "core.unauthenticated"]).not.toContain((await withIt.json()).code);
    const nobody = await send(operation, operation.example.input, "nobody");
    expect(nobody.status).toBe(401);
    if (isForStaff && !operation.audience.includes("client")) {
      const wrongAudience = await send(operation, operation.example.input, tokens.get("client"));
      expect(wrongAudience.status).toBe(403);
    }
  });
});

test("S-14: no combination of filter, search, sort and cursor shows a record of another tenant", async () => {
  const lists = operations.filter(({ output }) => wireSchema(output).root.properties?.items !== undefined);
  const names = lists.map(({ name }) => name);
  const hostile = [
    "' or 1=1 --",
    "%",
    "_",
    "*:*",
    "a | b",
    "Ada",
    otherIds[0] as string,
    '") or ("a"="a',
    "\u0000",
    "\\",
  ];
  const cursors = [
    "",
    "eyJ4IjoxfQ",
    Buffer.from(JSON.stringify(["-createdAt", "2999-01-01 00:00:00+00", otherIds[0]])).toString("base64url"),
  ];

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.record({
        pick: fc.array(fc.nat(50), { minLength: 8, maxLength: 8 }),
        text: fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 40 })),
        cursor: fc.constantFrom(...cursors),
      }),
      async (name, { pick, text, cursor }) => {
        const operation = lists.find((list) => list.name === name) as Routed;
        const { root, named } = wireSchema(operation.input);
        const given: Json = {};
        Object.entries(root.properties ?? {}).forEach(([field, property], index) => {
          const chosen = pick[index % pick.length] ?? 0;
          if (chosen % 3 === 0) return;
          const { enum: choices } = resolved(property, named);
          given[field] =
            choices?.[chosen % choices.length] ??
            (field === "cursor" ? cursor : field === "limit" ? chosen : text);
        });
        const response = await send(operation, given);
        expect([200, 400, 404]).toContain(response.status);
        const body = await response.text();
        for (const id of otherIds) if (!Object.values(given).includes(id)) expect(body).not.toContain(id);
        if (response.status === 200) expect(body).not.toContain(other.id);
      },
    ),
    { numRuns: 1_500, seed: 14 },
  );
});

test("S-17: SQL in any field is text or refused, never an error of the database", async () => {
  const corpus = [
    "' OR '1'='1",
    "'; drop table clients; --",
    "1) union select * from users --",
    '" or ""="',
    "$1",
    "$$;select pg_sleep(5)$$",
    "%27%20or%201=1",
    "\\'; select 1",
    "admin'/*",
    "0x27",
    "')) or pg_sleep(1)--",
    "{{7*7}}",
    "#{7*7}",
    "null",
    "undefined",
    "\ufeff'",
  ];
  for (const operation of operations) {
    for (const { name } of stringFields(operation)) {
      for (const text of corpus) {
        const response = await send(operation, { ...operation.example.input, [name]: text });
        expect(response.status, `${operation.name} ${name}=${text}`).toBeLessThan(500);
        if (response.ok) continue;
        expect(await response.text()).not.toMatch(/syntax error|pg_|SQLSTATE|relation "/i);
      }
    }
  }
});

test("S-18: text that looks like one of our ciphertexts is stored and shown as text", async () => {
  const envelope = "v1.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  const create = operations.find(({ name }) => name === createClient.name) as Routed;
  const response = await send(create, { ...input, name: envelope });
  expect(await response.json()).toMatchObject({ name: envelope });
});

test("F-33: fields that no input has, in any operation, are refused by name", async () => {
  for (const operation of operations) {
    for (const key of ["tenantId", "id", "status2", "createdAt", "price", "isAdmin"]) {
      if (Object.hasOwn(wireSchema(operation.input).root.properties ?? {}, key)) continue;
      const response = await send(operation, { ...operation.example.input, [key]: "x" });
      expect(response.status, `${operation.name} ${key}`).toBe(400);
      expect((await response.json()).errors).toContainEqual(
        expect.objectContaining({ path: key, code: "unknown_key" }),
      );
    }
  }
});

test("F-33: ids and numbers at the edges of 2^31, 2^53 and 2^63 are refused or simply not found", async () => {
  const edges = [
    "2147483647",
    "2147483648",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-1",
    "1e400",
    "NaN",
  ];
  for (const operation of operations) {
    for (const name of Object.keys(wireSchema(operation.input).root.properties ?? {})) {
      for (const edge of edges) {
        const response = await send(operation, { ...operation.example.input, [name]: edge });
        expect(response.status, `${operation.name} ${name}=${edge}`).toBeLessThan(500);
      }
    }
  }
});

test("text as long as a regular-expression attack is refused by its length", async () => {
  for (const operation of operations.filter((one) => !isRead(one))) {
    for (const { name } of stringFields(operation)) {
      // The bytes of files, in base64, may be as long.
      if (name === "content" || parametersOf(operation).includes(name)) continue;
      for (const text of [
        "a".repeat(100_000),
        `${"a@".repeat(50_000)}!`,
        " ".repeat(100_000),
        `${"1.".repeat(50_000)}x`,
      ]) {
        const response = await send(operation, { ...operation.example.input, [name]: text });
        expect(response.status, `${operation.name} ${name}`).toBe(400);
      }
    }
  }
});

describe("a body that is not honest JSON changes nothing", () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  const cases: [title: string, raw: BodyInit, status: number, code: string][] = [
    ["malformed", '{"name":', 400, "http.malformed_json"],
    ["nothing but a word", "hello", 400, "http.malformed_json"],
    ["a byte order mark", `\ufeff${JSON.stringify(input)}`, 400, "http.malformed_json"],
    [
      "invalid UTF-8",
      new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]),
      400,
      "http.invalid_utf8",
    ],
    ["half a surrogate pair", '{"name":"\\ud800"}', 400, "http.invalid_unicode"],
    ["__proto__", '{"__proto__":{"isAdmin":true}}', 400, "http.forbidden_key"],
    ["__proto__, escaped and deep", '{"a":[{"\\u005f_proto__":1}]}', 400, "http.forbidden_key"],
    ["constructor", '{"constructor":{"prototype":{}}}', 400, "http.forbidden_key"],
    ["a key twice", '{"name":"Ada","name":"Eve"}', 400, "http.duplicate_key"],
    ["nested too deeply", nested(21), 400, "http.nested_too_deeply"],
    ["nested beyond any stack", nested(100_000), 400, "http.nested_too_deeply"],
    [
      "too many keys",
      JSON.stringify(Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`k${n}`, n]))),
      400,
      "http.too_many_keys",
    ],
    ["a number beyond 2^53", '{"version":9007199254740993}', 400, "http.number_out_of_range"],
    ["a number beyond a double", '{"version":1e400}', 400, "http.number_out_of_range"],
    ["an array", "[]", 400, "core.invalid_input"],
    ["null", "null", 400, "core.invalid_input"],
    ["text", '"x"', 400, "core.invalid_input"],
    ["too large", `{"name":"${"x".repeat(1_100_000)}"}`, 413, "http.body_too_large"],
  ];

  test.each(cases)("%s", async (_title, raw, status, code) => {
    const before = await countOfClients();
    const response = await door(
      apiRequest("POST", "/clients", { token: tokens.get("staff") as string, raw }),
    );
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
    expect(await countOfClients()).toBe(before);
    if (status === 413) expect(response.headers.get("connection")).toBe("close");
  });

  test("too large without a length that says so: reading stops at the limit", async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const response = await door(
      apiRequest("POST", "/clients", { token: tokens.get("staff") as string, raw: endless }),
    );
    expect(response.status).toBe(413);
    expect(chunks).toBeLessThan(20);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=latin1",
    "text/json",
  ])("sent as %s", async (contentType) => {
    const raw = JSON.stringify(input);
    const headers = { "content-type": contentType };
    const response = await door(
      apiRequest("POST", "/clients", { token: tokens.get("staff") as string, raw, headers }),
    );
    expect([response.status, (await response.json()).code]).toEqual([415, "http.content_type"]);
  });
});

test("a parameter of the path may not be contradicted by the body", async () => {
  const update = operations.find(({ name }) => name === "clients.client.update") as Routed;
  const path = `/clients/${newId()}`;
  const body = { clientId: otherIds[0], version: 1 };
  const response = await door(apiRequest("PATCH", path, { token: tokenFor(update), body }));
  expect((await response.json()).errors).toEqual([
    { path: "clientId", code: "unknown_key", message: "is given in the path" },
  ]);
});

test.each([
  "?__proto__[x]=1",
  "?a[__proto__]=1",
  "?constructor.prototype=1",
  "?%ff=1",
  "?search=%c3%28",
  `?${"a=1&".repeat(600)}`,
  "?[]=1",
  "?a[5]=1",
])("a hostile query string is refused: %s", async (query) => {
  const response = await door(
    apiRequest("GET", `/clients${query}`, { token: tokens.get("staff") as string }),
  );
  expect(response.status).toBe(400);
});

test("F-31: control characters reach no header and no stored line", async () => {
  const create = operations.find(({ name }) => name === createClient.name) as Routed;
  for (const name of ["Ada\r\nSet-Cookie: a=b", "Ada\u0000", "Ada\u2028Eve", "\u001b[31mAda"]) {
    expect((await send(create, { ...input, name })).status).toBe(400);
  }
  for (const id of [
    "short",
    "with space 1",
    "a".repeat(65),
    "<script>alert(1)</script>",
    "%0d%0aSet-Cookie",
  ]) {
    const response = await send(create, input, undefined, { "x-request-id": id });
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  }
});

async function countOfClients(): Promise<number> {
  const { rows } = await database.owner.query("select count(*)::int as n from clients");
  return rows[0].n;
}
