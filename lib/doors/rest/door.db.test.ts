import { beforeAll, expect, test } from "vitest";
import { createClient } from "@/lib/clients/operations/create-client";
import { DatabaseBusy } from "@/lib/core/errors";
import { restDoor } from "@/lib/doors/rest/door";
import { aDoorkeeper, anApiKey, apiRequest } from "@/lib/doors/testing";
import { registry } from "@/lib/registry";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

const database = await testDatabase();
let tenant: TestTenant;
const host = "panel.example.com";
const keeper = aDoorkeeper((name) => (name === "localhost:3000" ? tenant.id : undefined));
const door = restDoor(registry, keeper);
const input = createClient.example.input;
let token: string;

beforeAll(async () => {
  tenant = await aTenant(database.owner);
  const other = await aTenant(database.owner, "Southwind Hosting");
  const domains = [host, tenant.id, "south.example.com", other.id];
  await database.owner.query(
    "insert into tenant_domains (host, tenant_id, created_at) values ($1, $2, now()), ($3, $4, now())",
    domains,
  );
  token = keeper.letIn(staff(tenant.id));
});

async function problem(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return (await response.json()) as Record<string, unknown> & { errors?: { path: string; code: string }[] };
}

const send = (method: string, path: string, call: Parameters<typeof apiRequest>[2] = {}) =>
  door(apiRequest(method, path, { token, ...call }));

test("a client is created, read, changed, archived and restored over REST", async () => {
  const created = await send("POST", "/clients", { body: input });
  expect(created.status).toBe(201);
  expect(created.headers.get("cache-control")).toBe("private, no-store");
  expect(created.headers.get("ratelimit-policy")).toBe('"actor";q=600;w=60');
  expect(created.headers.get("ratelimit")).toMatch(/^"actor";r=\d+;t=\d+$/);
  const client = await created.json();
  expect(client).toMatchObject({ name: "Ada Lovelace", version: 1, status: "ACTIVE" });

  const read = await send("GET", `/clients/${client.id}`);
  expect(await read.json()).toEqual(client);
  const changed = await send("PATCH", `/clients/${client.id}`, { body: { version: 1, name: "Ada King" } });
  expect(await changed.json()).toMatchObject({ name: "Ada King", version: 2 });
  const archived = await send("POST", `/clients/${client.id}/archive`, { body: { version: 2 } });
  expect(await archived.json()).toMatchObject({ status: "ARCHIVED", version: 3 });
  const restored = await send("POST", `/clients/${client.id}/restore`, { body: { version: 3 } });
  expect(await restored.json()).toMatchObject({ status: "ACTIVE", version: 4 });
});

test("a list takes its limits and filters from the query string", async () => {
  await send("POST", "/clients", { body: input });
  const response = await send("GET", "/clients?limit=1&sort=-createdAt&status=ACTIVE");
  expect(response.status).toBe(200);
  expect((await response.json()).items).toHaveLength(1);
});

test("a refusal is a problem document with type, code, field errors and the request's id", async () => {
  const response = await send("POST", "/clients", {
    body: { ...input, email: "nobody" },
    headers: { "x-request-id": "front-00000001" },
  });
  expect(response.headers.get("x-request-id")).toBe("front-00000001");
  expect(await problem(response)).toEqual({
    type: "http://localhost:3000/problems/core.invalid_input",
    title: "Bad request",
    status: 400,
    detail: "The input is not valid.",
    instance: "front-00000001",
    code: "core.invalid_input",
    errors: [{ path: "email", code: "invalid_format", message: "must be an e-mail address" }],
  });
});

test("paths and methods that do not exist are 404 and 405 with the methods that do", async () => {
  expect((await problem(await send("GET", "/nothing"))).code).toBe("http.no_such_route");
  const response = await send("PUT", "/clients", { body: {} });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
  const options = await door(apiRequest("OPTIONS", "/clients"));
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
  expect(options.headers.get("access-control-allow-origin")).toBeNull();
});

test("HEAD answers as GET without a body", async () => {
  const response = await send("HEAD", "/clients");
  expect([response.status, await response.text()]).toEqual([200, ""]);
  const missing = await send("HEAD", "/clients/01932f3a-7c00-7000-8000-00000000ffff");
  expect([missing.status, await missing.text()]).toEqual([404, ""]);
});

test("without credentials, or with a key that opens nothing, nobody gets in and the body is not read", async () => {
  const unread = new ReadableStream(
    { pull: () => Promise.reject(new Error("the body was read")) },
    { highWaterMark: 0 },
  );
  const nobody = await door(apiRequest("POST", "/clients", { raw: unread }));
  expect(nobody.status).toBe(401);
  expect(nobody.headers.get("www-authenticate")).toBe('Bearer realm="panel1"');
  expect(nobody.headers.get("ratelimit-policy")).toBe('"address";q=300;w=60');
  for (const authorization of [
    "Bearer p1_wrong",
    "Bearer",
    "Basic YTpi",
    "Bearer a b",
    `Bearer ${"x".repeat(5_000)}`,
  ]) {
    const response = await door(apiRequest("GET", "/clients", { headers: { authorization } }));
    expect((await problem(response)).code).toBe("core.invalid_credentials");
  }
});

test("a key works until it expires, is revoked, or lacks the scope", async () => {
  const real = restDoor(registry);
  const list = (secret: string, at = host) =>
    real(apiRequest("GET", "/clients", { token: secret, host: at }));
  const good = await anApiKey(database.owner, tenant.id, { scopes: ["clients.client.list"] });
  const narrow = await anApiKey(database.owner, tenant.id, { scopes: ["clients.client.get"] });
  const expired = await anApiKey(database.owner, tenant.id, { expiresAt: new Date(Date.now() - 1_000) });

  expect((await list(good)).status).toBe(200);
  expect((await problem(await list(narrow))).details).toEqual({ permission: "clients.client.list" });
  expect((await list(narrow)).status).toBe(403);
  expect((await problem(await list(expired))).code).toBe("core.invalid_credentials");
  expect((await list(good, "south.example.com")).status, "another tenant's host").toBe(401);
  expect((await list(good, "unknown.example.com")).status).toBe(421);

  await database.owner.query("update api_keys set revoked_at = now() where name = 'Shop'");
  expect((await list(good)).status).toBe(401);
});

test("too many requests are 429 and say when to come back", async () => {
  const busy = keeper.letIn(staff(tenant.id));
  const answers = [];
  for (let sent = 0; sent < 601; sent += 1) {
    answers.push(await door(apiRequest("GET", "/clients?limit=0", { token: busy })));
  }
  const last = answers.at(-1) as Response;
  expect(answers.slice(0, 600).every(({ status }) => status === 400)).toBe(true);
  expect(last.status).toBe(429);
  expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await problem(last)).code).toBe("core.too_many_requests");
});

test("a busy database is 503 with Retry-After, and what nobody foresaw is 500 without a word about it", async () => {
  const failing = (error: Error) =>
    restDoor(registry, { ...keeper, actorForApiKey: () => Promise.reject(error) })(
      apiRequest("GET", "/clients", { token }),
    );
  const busy = await failing(new DatabaseBusy());
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "1"]);
  const broken = await failing(new Error("password=hunter2 at 10.0.0.7"));
  expect(broken.status).toBe(500);
  expect(JSON.stringify(await problem(broken))).not.toMatch(/hunter2|10\.0\.0\.7/);
});

test("fifty requests at once with one idempotency key have one effect and one answer", async () => {
  const headers = { "idempotency-key": "race-1" };
  const body = { ...input, name: "Race Winner" };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => send("POST", "/clients", { body, headers })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  expect(answers.filter((answer) => answer.headers.get("idempotent-replayed") === "true")).toHaveLength(49);
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  const { rows } = await database.owner.query(
    "select count(*)::int as n from clients where name = 'Race Winner'",
  );
  expect(rows[0].n).toBe(1);

  const conflict = await send("POST", "/clients", { body: { ...body, name: "Somebody Else" }, headers });
  expect((await problem(conflict)).code).toBe("core.idempotency_conflict");
});

test("an idempotency key is 1 to 255 printable ASCII characters", async () => {
  for (const key of ["", "x".repeat(256), "caf\u00e9", "a\tb"]) {
    const response = await send("POST", "/clients", { body: input, headers: { "idempotency-key": key } });
    expect((await problem(response)).errors?.[0]?.path, JSON.stringify(key)).toBe("Idempotency-Key");
  }
  const longest = await send("POST", "/clients", {
    body: input,
    headers: { "idempotency-key": "~".repeat(255) },
  });
  expect(longest.status).toBe(201);
});

test("a cookie counts only for requests that this site's own pages make", async () => {
  const person = staff(tenant.id);
  const withCookie = restDoor(registry, { ...keeper, actorForSession: async () => person });
  const call = (method: string, headers: Record<string, string>) =>
    withCookie(
      apiRequest(method, "/clients", {
        headers: { cookie: "a=b; authjs.session-token=x", ...headers },
        ...(method === "POST" && { body: input }),
      }),
    );

  expect((await call("POST", { origin: "http://localhost:3000" })).status).toBe(201);
  expect((await call("GET", { "sec-fetch-site": "same-origin" })).status).toBe(200);
  const refused: [string, Record<string, string>][] = [
    ["POST", {}],
    ["POST", { origin: "null" }],
    ["POST", { origin: "http://evil.example" }],
    ["POST", { origin: "http://evil.example", "x-forwarded-host": "evil.example" }],
    ["POST", { "sec-fetch-site": "same-origin" }],
    ["GET", { "sec-fetch-site": "cross-site" }],
    ["GET", { origin: "http://evil.example", "sec-fetch-site": "same-origin" }],
    ["GET", {}],
  ];
  for (const [method, headers] of refused) {
    const response = await call(method, headers);
    expect((await problem(response)).code, JSON.stringify([method, headers])).toBe("core.foreign_origin");
  }
});

test("S-48: absolute addresses in answers come from the configuration, whatever the request's headers say", async () => {
  const response = await send("GET", "/nothing", {
    headers: {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
    },
  });
  expect((await problem(response)).type).toBe("http://localhost:3000/problems/http.no_such_route");
});
