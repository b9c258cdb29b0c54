import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readHouse } from "../house";
import { findingAt } from "../source";
import { attack } from "./attack";
import { meetsStrangers, regexesOf } from "./collect";

/** Far beyond the 50 ms that a linear match of this length needs on any machine, far below a quadratic one. */
const budget = 1_000;
const length = 100_000;

describe("F-28: texts of 100,000 characters made to be slow", () => {
  test.each([/^(a+)+$/, /\s+$/, /^(.*,)*$/, /<!--.*?-->/s, /^a*a*a*b/])("find that %s is slow", (regex) => {
    expect(attack(regex, { length, budget: 200 }).milliseconds).toBeGreaterThanOrEqual(200);
  });

  test.each([/^[a-z0-9]+(?:-[a-z0-9]+)*$/, /^\d{4}-\d{2}-\d{2}$/, /^[^@\s]+@[^@\s]+$/, /[<>&"']/g])(
    "find nothing wrong with %s",
    (regex) => {
      expect(attack(regex, { length, budget }).milliseconds).toBeLessThan(budget);
    },
  );

  test("find no slow expression in the product", () => {
    const house = readHouse(fileURLToPath(new URL("../../..", import.meta.url)));
    const sources = [...house.sources.values()].filter(({ path }) => meetsStrangers(path));

    const slow = sources.flatMap((source) =>
      regexesOf(source).flatMap(({ regex, node }) => {
        // A machine under load may stall once; an expression that is slow is slow again.
        const isSlow = [1, 2].every(() => attack(regex, { length, budget }).milliseconds >= budget);
        const { path, line } = findingAt(source, node, "", "");
        return isSlow ? [`${path}:${line} ${regex}`] : [];
      }),
    );

    expect(slow).toEqual([]);
  }, 300_000);
});
