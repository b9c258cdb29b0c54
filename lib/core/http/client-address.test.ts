import { beforeAll, expect, test } from "vitest";
import { clientAddress } from "@/lib/core/http/client-address";
import { requestIdOf } from "@/lib/core/http/request-id";

beforeAll(() => {
  Object.assign(process.env, {
    TRUST_PROXY: "10.0.0.0/8, 192.0.2.7, 2001:db8::/32, vercel",
    DATABASE_URL: "postgresql://nobody@localhost/none",
    AUTH_SECRET: "s".repeat(40),
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64url")}`,
    NODE_ENV: "test",
  });
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["1.2.3.4, 203.0.113.9", "203.0.113.9"],
  ["1.2.3.4, 203.0.113.9, 10.1.2.3, 192.0.2.7", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8::1, 2a00::5, 2001:db8::2", "2a00::5"],
  ["10.0.0.1", "10.0.0.1"],
  ["<script>, 203.0.113.9", "203.0.113.9"],
  ["203.0.113.9, unknown", "203.0.113.9"],
  ["unknown", undefined],
  ["", undefined],
  ["9".repeat(10_000), undefined],
])("X-Forwarded-For %s names %s", (given, address) => {
  expect(clientAddress(new Headers({ "x-forwarded-for": given }))).toBe(address);
});

test("a request keeps a well-formed id, and gets one otherwise", () => {
  expect(requestIdOf(new Headers({ "x-request-id": "front-0001.a_b" }))).toBe("front-0001.a_b");
  for (const id of ["", "short", "-leading-dash", "a b c d e f", "x".repeat(65)]) {
    expect(requestIdOf(new Headers({ "x-request-id": id }))).toMatch(/^[0-9a-f-]{36}$/);
  }
});
