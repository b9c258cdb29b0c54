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

test("a requirement that is met names its test", () => {
  const rows = document.split("\n").filter((line) => /^\| \d+\.\d/.test(line));
  expect(rows.length).toBeGreaterThan(35);
  const bare = rows.filter(
    (row) => row.split("|")[2]?.trim() === "met" && !/\.(?:test|spec)\.tsx?`/.test(row),
  );
  expect(bare).toEqual([]);
});
