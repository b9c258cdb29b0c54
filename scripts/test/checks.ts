import { type Ended, runNpm, runScript, runTool } from "./command";
import type { Result } from "./phase";

export type Check = { title: string; run: () => Promise<Result> };

/** What holds for the code as a whole. Each counts as one test. */
export const checks: Check[] = [
  { title: "types", run: types },
  {
    title: "format and lint",
    run: async () => asOne(await runTool("@biomejs/biome", ["ci", "--colors=off", "."])),
  },
  { title: "house rules", run: async () => asOne(await runScript("scripts/lint/main.ts")) },
  { title: "arrows", run: async () => asOne(await runScript("scripts/lint/arrows.ts")) },
  { title: "leftovers", run: async () => asOne(await runTool("knip", ["--no-progress"])) },
  { title: "dependency lock", run: dependencyLock },
];

/** Next writes the types of its routes and of imported files first. */
async function types(): Promise<Result> {
  const generated = await runTool("next", ["typegen"]);
  if (generated.code !== 0) return asOne(generated);
  return asOne(await runTool("typescript", ["--noEmit", "--pretty", "false"]));
}

/** The lock must name the packages of every platform, or `npm ci` fails elsewhere. Without a network nothing is said against it. */
async function dependencyLock(): Promise<Result> {
  const { output } = await runNpm(["ci", "--dry-run", "--no-audit", "--no-fund"]);
  const missing = output.split("\n").filter((line) => /\b(Missing|Invalid):/.test(line));
  return asOne({ code: missing.length, output: missing.join("\n") });
}

function asOne({ code, output }: Ended): Result {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}
