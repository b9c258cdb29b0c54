import { expect, test } from "vitest";
import { canonicalAddress, isHeaderText } from "@/lib/mail/rules/address";
import { oddAddresses } from "@/lib/mail/rules/odd-addresses";

test("S-53: each of 60 odd addresses and more is one canonical address, or refused", () => {
  expect(oddAddresses.length).toBeGreaterThanOrEqual(60);
  for (const [text, canonical] of oddAddresses) {
    expect(canonicalAddress(text) ?? null, JSON.stringify(text)).toBe(canonical);
  }
});

test("S-53: what is canonical stays so: no second reading leads elsewhere", () => {
  for (const [, canonical] of oddAddresses) {
    if (canonical !== null) expect(canonicalAddress(canonical)).toBe(canonical);
  }
});

test("S-32: text with a line break or control character is no header", () => {
  for (const text of ["a\r\nBcc: x", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b", "\ud800"]) {
    expect(isHeaderText(text), JSON.stringify(text)).toBe(false);
  }
  expect(isHeaderText('Ada "A=B" Lovelace, مرحبا')).toBe(true);
});
