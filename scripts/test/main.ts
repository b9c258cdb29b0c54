import { ensureBuilt } from "../build.mjs";
import { ensureGenerated } from "../db/generate.mjs";
import { checks } from "./checks";
import { endCommands } from "./command";
import { phase, totals } from "./phase";
import { type Plan, planFor } from "./selection";
import { runPlaywright, runVitest } from "./suites";

/** Runs everything that must hold, or what a pattern names; the last line says how many tests passed and failed. */
const [pattern, ...rest] = process.argv.slice(2);
if (pattern === "--help" || rest.length > 0) {
  console.log("Usage: npm test [-- PATTERN]\n\nPATTERN is part of a test file's path, or of tests' titles.");
  process.exit(pattern === "--help" ? 0 : 2);
}

let isInterrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void interrupt());
process.once("disconnect", () => void interrupt());

const started = performance.now();
await run(planFor(pattern));
console.log(`\n${((performance.now() - started) / 1_000).toFixed(1)} s`);

const { passed, failed } = totals();
if (passed + failed === 0) console.log(`Nothing is called "${pattern}".`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** Two things at once, for two cores: tests within the process, and beside them the checks and the build. */
async function run({ hasChecks, inside, http, journeys }: Plan): Promise<void> {
  ensureGenerated();

  const isBuildNeeded = http !== undefined || journeys !== undefined;
  const tested = inside && phase("unit and database tests", () => runVitest(["unit", "database"], inside));
  if (hasChecks) for (const { title, run: check } of checks) await phase(title, check);
  const isBuilt = isBuildNeeded && (await phase("build", build));
  await tested;

  if (http && isBuilt) await phase("tests over HTTP", () => runVitest(["http"], http));
  if (journeys && isBuilt) await phase("browser journeys", () => runPlaywright(journeys));
}

async function build() {
  await ensureBuilt();
  return { passed: 1, failed: 0, output: "" };
}

async function interrupt(): Promise<void> {
  if (isInterrupted) return;
  isInterrupted = true;
  console.log("Interrupted; ending what runs.");
  await endCommands();
  process.exit(130);
}
