import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The parts of the product that run while it serves. */
const serving = ["app", "components", "inngest", "lib", "plugins", "server"];
const sources = serving.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(folder, file))
    .filter(
      (file) => /\.(?:ts|tsx|mts|mjs)$/.test(file) && !/\.test\.tsx?$|testing\.ts$|generated/.test(file),
    ),
);

/** Ways to write a file, to load code that was written, and to start a program. */
const forbidden = [
  /\b(?:writeFile|appendFile|createWriteStream|copyFile|symlink|chmod|truncate)(?:Sync)?\s*\(/,
  /from "node:(?:child_process|vm|worker_threads)"/,
  /\bnew Function\s*\(|[^.\w]eval\s*\(/,
  /\bimport\(\s*[^"'`)]/,
];

test("S-26: nothing that serves writes files, starts programs or loads code by a name from elsewhere", () => {
  expect(sources.length).toBeGreaterThan(400);
  const found = sources.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return forbidden.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern.source}`);
  });
  expect(found).toEqual([]);
});
