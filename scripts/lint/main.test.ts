import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { fileRules, houseRules } from "./house-rules";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function lint(files: Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), "lint-"));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const script = path.join(root, "scripts/lint/main.ts");
  return spawnSync(process.execPath, ["--import", "tsx", script, folder], { cwd: root, encoding: "utf8" });
}

test("findings are told by path, line, column, rule and message, and fail the run", () => {
  const run = lint({ "lib/billing/queries.ts": "export const a = 1;\nexport const b = new Date();\n" });

  expect(run.stdout).toContain("lib/billing/queries.ts:2:18 no-clock now is an argument");
  expect(run.stdout).toContain("lint: 1 files, 1 findings");
  expect(run.status).toBe(1);
}, 30_000);

test("a clean house passes; generated files and packages are not looked at", () => {
  const run = lint({
    "lib/billing/queries.ts": "export const a = 1;\n",
    "lib/core/db/generated/client.ts": "export const b = new Date();\n",
    "node_modules/some/index.js": "module.exports = process.env;\n",
  });

  expect(run.stdout).toContain("lint: 1 files, 0 findings");
  expect(run.status).toBe(0);
}, 30_000);

test("a look at nothing is a failure, not a pass", () => {
  expect(lint({}).status).toBe(1);
}, 30_000);

test("every rule is listed, has a name of its own and a test beside it", () => {
  const files = readdirSync(path.join(root, "scripts/lint/rules"));
  const names = [...fileRules, ...houseRules].map((rule) => rule.name);

  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(files).toEqual(expect.arrayContaining([`${name}.ts`, `${name}.test.ts`]));
});
