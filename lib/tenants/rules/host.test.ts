import { expect, test } from "vitest";
import { claimedHost, provesHost } from "@/lib/tenants/rules/host";

test.each([
  ["Panel.Example.com", "panel.example.com"],
  [" panel.example.com. ", "panel.example.com"],
  ["münchen.example", "xn--mnchen-3ya.example"],
  ["a-b.example", "a-b.example"],
])("a host is kept in one form: %s", (typed, host) => {
  expect(claimedHost(typed)).toBe(host);
});

test.each([
  "",
  "localhost",
  "127.0.0.1",
  "0x7f.1",
  "[::1]",
  "example.com:8443",
  "user@example.com",
  "example.com/path",
  "example.com?x",
  "a b.example",
  "-a.example",
  "a-.example",
  "a..example",
  "example.com\r\nx",
  "*.example.com",
  `${"a".repeat(64)}.example`,
  `${"a.".repeat(130)}example`,
])("what is no name of a host is refused: %j", (typed) => {
  expect(claimedHost(typed)).toBeUndefined();
});

test("a record proves a host only when it is the expected one, in one piece or in parts", () => {
  expect(provesHost([["panel1=", "abc"]], "panel1=abc")).toBe(true);
  expect(provesHost([["v=spf1"], ["panel1=abc"]], "panel1=abc")).toBe(true);
  expect(provesHost([["panel1=abcd"], ["xpanel1=abc"]], "panel1=abc")).toBe(false);
  expect(provesHost([], "panel1=abc")).toBe(false);
});
