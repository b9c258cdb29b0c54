import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noSlowRegex } from "./no-slow-regex";

test.each([
  "/^(a+)+$/",
  "/^(?:a*)*$/",
  "/(?:a+b?)+c/",
  "/(?:\\s*,?\\s*)+;/",
  "/^(?:.*,)*$/",
  "/^(?:a|ab|b)*$/",
  "/(?:\\w|\\d)+!/",
  "/^(?:ms|[ms])*$/",
  "/(?=(?:x+)+y)/",
  "/^(?:[a-z]{1,64}\\.?)+$/",
  'new RegExp("^(a+)+$")',
])("F-28: %s is refused", (text) => {
  expect(findingsIn(noSlowRegex, "lib/domains/rules/name.ts", `const pattern = ${text};`)).toEqual([
    "1 no-slow-regex",
  ]);
});

test.each([
  "/^[a-z0-9]+(?:-[a-z0-9]+)*$/",
  "/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$/",
  '/^"(?:[^"\\\\]|\\\\.)*"$/',
  "/^\\d{4}-\\d{2}-\\d{2}$/",
  "/(?:ab|ac)+/",
  "/^(?:\\d+(?:ms|[smhdw]))*$/",
  "/(?:[a-z]+(?:=\\d+)?;)+/",
  "/[\\u0000-\\u001f\\u007f]/g",
  "/^\\p{L}+$/u",
  "new RegExp(pattern)",
])("F-28: %s passes", (text) => {
  expect(findingsIn(noSlowRegex, "lib/domains/rules/name.ts", `const pattern = ${text};`)).toEqual([]);
});
