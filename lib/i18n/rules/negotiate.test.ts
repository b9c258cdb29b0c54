import { expect, test } from "vitest";
import { negotiate } from "@/lib/i18n/rules/negotiate";

const offered = ["en", "de", "ar"] as const;

test.each([
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr, ar-EG;q=0.7, en;q=0.3", "ar"],
  ["en;q=0.1, de;q=0.5", "de"],
  ["de;q=0, en", "en"],
  ["fr, nl", undefined],
  ["*", undefined],
  ["", undefined],
  [null, undefined],
])("a browser that says %j is served in %s", (header, language) => {
  expect(negotiate(header, offered)).toBe(language);
});

test("F-28: a header of any length is answered at once", () => {
  expect(negotiate(`${"x;".repeat(50_000)},de`, offered)).toBeUndefined();
  expect(negotiate("de;".padEnd(100_000, "q="), offered)).toBe("de");
});
