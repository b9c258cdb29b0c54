import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const document = readFileSync("docs/security/asvs.md", "utf8").replace(/\n(?=[a-z(])/g, " ");
const named = [...document.matchAll(/`([\w./-]+\.(?:test|spec)\.tsx?)` "([^"]+)"/g)].map(
  ([, file = "", title = ""]) => ({
    file,
    title,
  }),
);

test("the table of requirements names tests", () => {
  expect(named.length).toBeGreaterThan(20);
});

test.each(named)("$file has a test called: $title", ({ file, title }) => {
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, "utf8")).toContain(title);
});

/** Requirements of levels 1 and 2, by section. Those of level 3 stand between some of them. */
const asked: Record<string, readonly number[]> = {
  "6.1": [1, 2, 3],
  "6.2": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  "6.3": [1, 2, 3, 4],
  "6.4": [1, 2, 3, 4],
  "6.5": [1, 2, 3, 4, 5],
  "6.6": [1, 2, 3],
  "6.8": [1, 2, 3, 4],
  "7.1": [1, 2, 3],
  "7.2": [1, 2, 3, 4],
  "7.3": [1, 2],
  "7.4": [1, 2, 3, 4, 5],
  "7.5": [1, 2],
  "7.6": [1, 2],
  "8.1": [1, 2],
  "8.2": [1, 2, 3],
  "8.3": [1],
  "8.4": [1],
};

test("every requirement of levels 1 and 2 has a row of its own", () => {
  const wanted = Object.entries(asked).flatMap(([section, numbers]) => numbers.map((n) => `${section}.${n}`));
  const rows = [...document.matchAll(/^\| (\d+\.\d+\.\d+) /gm)].map(([, number]) => number);
  expect(rows).toEqual(wanted);
});

test("a requirement that is met names its test", () => {
  const rows = document.split("\n").filter((line) => /^\| \d+\.\d/.test(line));
  expect(rows.length).toBeGreaterThan(35);
  const bare = rows.filter(
    (row) => row.split("|")[2]?.trim() === "met" && !/\.(?:test|spec)\.tsx?`/.test(row),
  );
  expect(bare).toEqual([]);
});
