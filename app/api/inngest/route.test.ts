import { beforeEach, expect, test, vi } from "vitest";
import { sign } from "@/inngest/local/protocol/signature";

const signingKey = `signkey-test-${"ab".repeat(32)}`;
const url = "http://localhost/api/inngest?fnId=panel1-core-housekeeping&stepId=step";
const body =
  '{"ctx":{"run_id":"r"},"event":{"data":{},"id":"e","name":"x","ts":1},"events":[],"steps":{},"version":-1}';

beforeEach(() => {
  vi.resetModules();
  (globalThis as { panel1?: Map<string, unknown> }).panel1?.clear();
  for (const [name, value] of Object.entries({
    NODE_ENV: "production",
    LOG_LEVEL: "silent",
    DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none",
    AUTH_SECRET: "s".repeat(40),
    ENCRYPTION_KEYS: `k1:${"A".repeat(43)}`,
    INNGEST_SIGNING_KEY: signingKey,
    INNGEST_DEV: "",
  })) {
    vi.stubEnv(name, value);
  }
});

async function call(method: "GET" | "POST" | "PUT", signature?: string): Promise<Response> {
  const route = (await import("./route")) as unknown as Record<
    string,
    (request: Request, context: object) => Promise<Response>
  >;
  const headers = { host: "localhost", ...(signature && { "x-inngest-signature": signature }) };
  const request = new Request(url, { method, headers, ...(method === "POST" && { body }) });
  return (route[method] as (typeof route)[string])(request, {});
}

test("S-60: unsigned requests of any kind are answered with 401", async () => {
  for (const method of ["GET", "POST", "PUT"] as const) expect((await call(method)).status).toBe(401);
});

test("S-60: a signature older than five minutes is refused", async () => {
  expect((await call("POST", sign(body, signingKey, new Date(Date.now() - 301_000)))).status).toBe(401);
  expect((await call("POST", sign(body, signingKey, new Date()))).status).not.toBe(401);
});

test("S-60: in production the route refuses to work with INNGEST_DEV set, or without a signing key", async () => {
  vi.stubEnv("INNGEST_DEV", "1");
  await expect(async () => call("POST")).rejects.toThrow("INNGEST_DEV");

  vi.stubEnv("INNGEST_DEV", "");
  vi.stubEnv("INNGEST_SIGNING_KEY", "");
  await expect(async () => call("POST")).rejects.toThrow("INNGEST_SIGNING_KEY");
});
