import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { absoluteUrl, isKnownHost, isOwnOrigin } from "@/lib/core/http/hosts";
import { proxy } from "@/proxy";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

const database = await testDatabase();
Object.assign(process.env, {
  APP_URL: "https://Panel.example.com",
  APP_HOSTS: "billing.example.com, 10.0.0.5:8443",
});

beforeAll(async () => {
  const { id } = await aTenant(database.owner);
  await database.owner.query(
    "insert into tenant_domains (host, tenant_id, created_at) values ('shop.example.net', $1, now())",
    [id],
  );
});

test.each([
  "panel.example.com",
  "PANEL.example.com",
  "panel.example.com:443",
  "billing.example.com",
  "10.0.0.5:8443",
  "shop.example.net",
  "shop.example.net:8443",
])("the installation answers on %s", async (host) => {
  expect(await isKnownHost(host)).toBe(true);
});

test.each([
  "evil.example",
  "panel.example.com.evil.example",
  "panel.example.com:80",
  "panel.example.com@evil.example",
  "10.0.0.5",
  "xshop.example.net",
  "shop.example.net/",
  "shop.example.net\u0000",
  "",
  null,
  undefined,
  "a".repeat(300),
  "panel.example.com, evil.example",
  "panel.example.com#",
  " panel.example.com",
])("the installation does not answer on %j", async (host) => {
  expect(await isKnownHost(host)).toBe(false);
});

test("S-44: an origin is ours when it is the very host of the request, by https where people reach us by https", async () => {
  expect(await isOwnOrigin("https://panel.example.com", "panel.example.com")).toBe(true);
  expect(await isOwnOrigin("https://panel.example.com", "panel.example.com:443")).toBe(true);
  expect(await isOwnOrigin("https://shop.example.net", "shop.example.net")).toBe(true);
  const foreign: [string | null, string | null][] = [
    ["http://panel.example.com", "panel.example.com"],
    ["https://shop.example.net", "panel.example.com"],
    ["https://evil.example", "evil.example"],
    ["https://panel.example.com:444", "panel.example.com"],
    ["https://panel.example.com/", "panel.example.com"],
    ["https://panel.example.com.", "panel.example.com"],
    ["null", "panel.example.com"],
    [null, "panel.example.com"],
    ["https://panel.example.com", null],
    ["https://user@panel.example.com", "panel.example.com"],
  ];
  for (const [origin, host] of foreign)
    expect(await isOwnOrigin(origin, host), `${origin} ${host}`).toBe(false);
});

test("S-48: absolute addresses are of the configured site, whatever the path looks like", () => {
  expect(absoluteUrl("/x?y=1")).toBe("https://panel.example.com/x?y=1");
  expect(absoluteUrl("//evil.example/x")).toBe("https://panel.example.com/evil.example/x");
  expect(absoluteUrl("/\\evil.example")).toBe("https://panel.example.com/evil.example");
});

function ask(host: string, headers: Record<string, string> = {}) {
  return proxy(new NextRequest("https://panel.example.com/admin", { headers: { host, ...headers } }));
}

test("S-51: each page gets a strict policy with a nonce of its own", async () => {
  const [first, second] = [await ask("panel.example.com"), await ask("panel.example.com")];
  const policy = first.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe|style-src [^;]*unsafe/);
  for (const rule of [
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(second.headers.get("content-security-policy")).not.toBe(policy);
  expect(first.headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
});

test("the nonce reaches the page and a visitor's own does not", async () => {
  const response = await ask("panel.example.com", {
    "x-nonce": "mine",
    "content-security-policy": "script-src *",
  });
  const nonce = response.headers.get("x-middleware-request-x-nonce");
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
  expect(response.headers.get("x-middleware-request-content-security-policy")).toContain(`'nonce-${nonce}'`);
});

test("hosts that are not ours are misdirected", async () => {
  const response = await ask("evil.example", { "x-forwarded-host": "panel.example.com" });
  expect([response.status, response.headers.get("location")]).toEqual([421, null]);
});
