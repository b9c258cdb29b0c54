import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Ended, runTool } from "./command";
import type { Result } from "./phase";

/** Which tests of a suite run: files (all when absent) and a pattern for titles. */
export type Selection = { files?: string[]; title?: string };

export type VitestProject = "unit" | "database" | "http";

/** Runs projects of vitest and counts their tests. */
export async function runVitest(projects: VitestProject[], { files, title }: Selection): Promise<Result> {
  return withReport(async (report) => {
    const args = ["run", ...projects.flatMap((project) => ["--project", project]), "--reporter=default"];
    args.push("--reporter=json", `--outputFile.json=${report}`, "--passWithNoTests");
    if (title !== undefined) args.push("--testNamePattern", literal(title));
    const ended = await runTool("vitest", [...args, ...(files ?? [])]);
    return { ended, count: countVitest };
  });
}

/** Runs the browser journeys and counts them. */
export async function runPlaywright({ files, title }: Selection): Promise<Result> {
  return withReport(async (report) => {
    const args = ["test", "--pass-with-no-tests", ...(title === undefined ? [] : ["--grep", literal(title)])];
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const ended = await runTool("@playwright/test", [...args, ...(files ?? []).map(literal)], env);
    return { ended, count: countPlaywright };
  });
}

type Counts = { passed: number; failed: number; skipped: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** A file that could not be read as tests has none that failed, and is a failure all the same. */
function countVitest(text: string): Counts {
  const report = JSON.parse(text) as VitestReport;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  };
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** A journey that passes only when repeated has failed. */
function countPlaywright(text: string): Counts {
  const { stats, errors } = JSON.parse(text) as PlaywrightReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

async function withReport(
  work: (report: string) => Promise<{ ended: Ended; count: (text: string) => Counts }>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "panel1-report-"));
  const report = path.join(folder, "report.json");
  try {
    const { ended, count } = await work(report);
    const counts = tryCount(report, count);
    // A runner that fails beside its tests, or before them, fails too.
    if (ended.code !== 0 && counts.failed === 0) counts.failed = 1;
    return { ...counts, output: ended.output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryCount(report: string, count: (text: string) => Counts): Counts {
  try {
    return count(readFileSync(report, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
