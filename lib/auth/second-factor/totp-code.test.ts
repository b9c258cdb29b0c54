import { expect, test } from "vitest";
import { newTotpSecret, totpCode, totpStep, totpUri } from "@/lib/auth/second-factor/totp-code";

/** RFC 6238, appendix B (SHA-1), with six of its eight digits. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const published = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
] as const;

test.each(published)("the code %i seconds after the epoch is the RFC's", (seconds, code) => {
  const at = new Date(seconds * 1000);
  expect(totpCode(secret, at)).toBe(code);
  expect(totpStep(secret, code, at)).toBe(BigInt(Math.floor(seconds / 30)));
});

test("F-38: a code counts one step early and one step late, and no further", () => {
  const now = new Date("2026-04-01T09:00:10Z");
  const step = BigInt(Math.floor(now.getTime() / 30_000));
  const at = (steps: number) =>
    totpStep(secret, totpCode(secret, new Date(now.getTime() + steps * 30_000)), now);

  expect([-1, 0, 1].map(at)).toEqual([step - 1n, step, step + 1n]);
  expect([-3, -2, 2, 3].map(at)).toEqual([undefined, undefined, undefined, undefined]);
});

test("what is not six digits is no code", () => {
  for (const code of ["", "12345", "1234567", "abcdef", "٠١٢٣٤٥"])
    expect(totpStep(secret, code, new Date(0))).toBeUndefined();
});

test("a secret has 160 bits, and the address for the app names company and account", () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(totpUri(secret, { issuer: "North: Wind", label: "grace@example.com" }));
  expect(uri.protocol).toBe("otpauth:");
  expect(uri.searchParams.get("secret")).toBe(secret);
  expect(uri.searchParams.get("issuer")).toBe("North  Wind");
});
