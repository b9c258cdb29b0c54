import { expect, test } from "vitest";
import { canonicalAddress, isHeaderText } from "@/lib/mail/rules/address";

const lowerCase = "ada@example.com";

/** Odd addresses, each with the one address that it is, or null: it is refused. */
const corpus: [text: string, canonical: string | null][] = [
  // Plain ones, and case: the only thing that is folded.
  ["ada@example.com", lowerCase],
  ["ADA@EXAMPLE.COM", lowerCase],
  ["Ada@Example.Com", lowerCase],
  ["ada.lovelace@example.com", "ada.lovelace@example.com"],
  ["ada+hosting@example.com", "ada+hosting@example.com"],
  ["ada_lovelace@example.co.uk", "ada_lovelace@example.co.uk"],
  ["a@example.museum", "a@example.museum"],
  ["o'brien@example.com", "o'brien@example.com"],
  ["1815@example.com", "1815@example.com"],
  ["ada@xn--mnchen-3ya.example", "ada@xn--mnchen-3ya.example"],
  ["ada@sub.sub.example.com", "ada@sub.sub.example.com"],
  // Homoglyphs of the sign and of letters.
  ["ada＠example.com", null],
  ["ada﹫example.com", null],
  ["ada@example。com", null],
  ["ada@example．com", null],
  ["аda@example.com", null],
  ["ada@exаmple.com", null],
  ["ada@\u212Aexample.com", null],
  ["adA\u0307@example.com", null],
  ["ada@exampl\u0435.com", null],
  ["ﬁ@example.com", null],
  ["ada@münchen.example", null],
  // Lists and second recipients.
  ["ada@example.com,eve@evil.example", null],
  ["ada@example.com, eve@evil.example", null],
  ["ada@example.com;eve@evil.example", null],
  ["ada@example.com eve@evil.example", null],
  ["ada@example.com\teve@evil.example", null],
  ["ada@example.com@evil.example", null],
  ["ada@evil.example@example.com", null],
  // Quoting, comments, routes, groups, names.
  ['"ada"@example.com', null],
  ['"ada@evil.example"@example.com', null],
  ['"ada\\"@evil.example,"@example.com', null],
  ["ada(comment)@example.com", null],
  ["(eve@evil.example)ada@example.com", null],
  ["<ada@example.com>", null],
  ["Ada <ada@example.com>", null],
  ["Ada <ada@example.com>, Eve <eve@evil.example>", null],
  ["ada@example.com>eve@evil.example", null],
  ["@evil.example:ada@example.com", null],
  ["ada%evil.example@example.com", "ada%evil.example@example.com"],
  ["evil.example!ada@example.com", "evil.example!ada@example.com"],
  ["friends:ada@example.com;", null],
  ["mailto:ada@example.com", null],
  // Line breaks and other controls.
  ["ada@example.com\r\nBcc: eve@evil.example", null],
  ["ada@example.com\n", null],
  ["ada\r@example.com", null],
  ["ada@example.com\u0000.evil.example", null],
  ["ada@example.com\u2028", null],
  ["ada@example.com\u0085", null],
  [" ada@example.com", null],
  ["ada@example.com\u00a0", null],
  ["ada\u200b@example.com", null],
  ["\ufeffada@example.com", null],
  ["ada@example.com\u202e", null],
  // Dots, domains, lengths.
  ["ada@example.com.", null],
  [".ada@example.com", null],
  ["ada..b@example.com", null],
  ["ada.@example.com", null],
  ["ada@.example.com", null],
  ["ada@example..com", null],
  ["ada@-example.com", null],
  ["ada@localhost", null],
  ["ada@127.0.0.1", null],
  ["ada@[127.0.0.1]", null],
  ["ada@[IPv6:::1]", null],
  ["ada@example.c0m\\evil", null],
  ["ada", null],
  ["@example.com", null],
  ["ada@", null],
  ["", null],
  [`${"a".repeat(65)}@example.com`, null],
  [`ada@${"a".repeat(64)}.com`, null],
  [`ada@${"a.".repeat(130)}com`, null],
];

test("S-53: each of 60 odd addresses and more is one canonical address, or refused", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  for (const [text, canonical] of corpus) {
    expect(canonicalAddress(text) ?? null, JSON.stringify(text)).toBe(canonical);
  }
});

test("S-53: what is canonical stays so: no second reading leads elsewhere", () => {
  for (const [, canonical] of corpus) {
    if (canonical !== null) expect(canonicalAddress(canonical)).toBe(canonical);
  }
});

test("S-32: text with a line break or control character is no header", () => {
  for (const text of ["a\r\nBcc: x", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b", "\ud800"]) {
    expect(isHeaderText(text), JSON.stringify(text)).toBe(false);
  }
  expect(isHeaderText('Ada "A=B" Lovelace, مرحبا')).toBe(true);
});
