import { expect, test } from "vitest";
import { fits } from "./choice";

const choice = { href: "/admin/settings/hosts", label: "Änderung der Host-Namen", hint: "Einstellungen" };

test.each([
  ["", true],
  ["ander", true],
  ["HOST", true],
  ["eins host", true],
  ["namen", false],
  ["host x", false],
])("%j fits: %s", (typed, expected) => {
  expect(fits(choice, typed)).toBe(expected);
});

test("Arabic words are found from their beginning, with and without vowel signs", () => {
  expect(fits({ href: "/", label: "الفَواتير الجديدة" }, "الفواتير")).toBe(true);
});
