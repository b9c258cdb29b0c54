import { expect, test } from "vitest";
import { pageHeaders } from "@/lib/core/http/security-headers";

const of = (isSecure: boolean) => pageHeaders({ nonce: "n".repeat(24), isSecure, isDevelopment: false });

test("S-51: only an installation that people reach by https promises to stay there, and says it for two years", () => {
  expect(of(true)["Strict-Transport-Security"]).toBe("max-age=63072000; includeSubDomains");
  expect(of(true)["Content-Security-Policy"]).toContain("upgrade-insecure-requests");
  expect(of(false)).not.toHaveProperty("Strict-Transport-Security");
  expect(of(false)["Content-Security-Policy"]).not.toContain("upgrade-insecure-requests");
});
