import { expect, test } from "vitest";
import { newRecoveryCodes, recoveryCodeHash } from "@/lib/auth/second-factor/recovery-code";

test("there are ten different codes in groups of four", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
});

test("a code may be typed in capitals and without dashes", () => {
  const [code = ""] = newRecoveryCodes();
  const hash = recoveryCodeHash(code);
  expect(recoveryCodeHash(` ${code.toUpperCase().replaceAll("-", " ")} `)).toEqual(hash);
  expect(recoveryCodeHash(`${code}0`)).toBeUndefined();
  expect(recoveryCodeHash("123456")).toBeUndefined();
});
