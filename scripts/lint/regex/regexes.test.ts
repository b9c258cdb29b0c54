import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readHouse } from "../house";
import { findingAt } from "../source";
import { attack } from "./attack";
import { meetsStrangers, regexesOf } from "./collect";

/**
 * Whether an expression takes over 50 ms for 100,000 characters, and over a second for four times as many. A linear
 * match stays far below the second even on a busy machine; a quadratic one takes sixteen times as long.
 */
function isSlow(regex: RegExp): boolean {
  if (attack(regex, { length: 100_000, budget: 1_000 }).milliseconds < 50) return false;
  return attack(regex, { length: 400_000, budget: 1_000 }).milliseconds >= 1_000;
}

describe("F-28: texts of 100,000 characters made to be slow", () => {
  test.each([/^(a+)+$/, /\s+$/, /^(.*,)*$/, /^a*a*a*b/])(
    "find that %s is slow",
    (regex) => {
      expect(isSlow(regex)).toBe(true);
    },
    30_000,
  );

  test.each([
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    /^\d{4}-\d{2}-\d{2}$/,
    /^[^@\s]+@[^@\s]+$/,
    /[<>&"']/g,
    /\d+(?:ms|s)/gy,
  ])("find nothing wrong with %s", (regex) => {
    expect(isSlow(regex)).toBe(false);
  });

  test("find no slow expression in the product", () => {
    const house = readHouse(fileURLToPath(new URL("../../..", import.meta.url)));
    const sources = [...house.sources.values()].filter(({ path }) => meetsStrangers(path));

    const slow = sources.flatMap((source) =>
      regexesOf(source).flatMap(({ regex, node }) => {
        const { path, line } = findingAt(source, node, "", "");
        return isSlow(regex) ? [`${path}:${line} ${regex}`] : [];
      }),
    );

    expect(slow).toEqual([]);
  }, 300_000);
});
