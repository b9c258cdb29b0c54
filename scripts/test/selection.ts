import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Selection } from "./suites";

export type Plan = {
  /** Checks of the code as a whole: only when nothing narrows the run. */
  hasChecks: boolean;
  /** Tests within the process, with or without a database. */
  inside: Selection | undefined;
  /** Tests against the built and running product. */
  http: Selection | undefined;
  journeys: Selection | undefined;
};

const skipped = new Set(["node_modules", ".next", ".git", "test-results", ".panel1"]);

/**
 * What `npm test -- PATTERN` runs. A pattern that is part of paths chooses files; else it is part of titles, searched in the
 * files that hold its text, or in all that need no build when none does (titles can be put together).
 */
export function planFor(pattern: string | undefined, root = process.cwd()): Plan {
  if (pattern === undefined) return { hasChecks: true, inside: {}, http: {}, journeys: {} };

  const files = testFiles(root);
  const named = files.filter((file) => file.includes(pattern));
  if (named.length > 0) return { hasChecks: false, ...bySuite(named, {}) };

  const holding = files.filter((file) => readFileSync(path.join(root, file), "utf8").includes(pattern));
  const inside = files.filter((file) => !file.endsWith(".spec.ts") && !file.endsWith(".http.test.ts"));
  return { hasChecks: false, ...bySuite(holding.length > 0 ? holding : inside, { title: pattern }) };
}

function bySuite(files: string[], more: { title?: string }): Omit<Plan, "hasChecks"> {
  const journeys = files.filter((file) => file.endsWith(".spec.ts"));
  const http = files.filter((file) => file.endsWith(".http.test.ts"));
  const inside = files.filter((file) => !journeys.includes(file) && !http.includes(file));
  const selection = (chosen: string[]) => (chosen.length === 0 ? undefined : { files: chosen, ...more });
  return { inside: selection(inside), http: selection(http), journeys: selection(journeys) };
}

function testFiles(root: string, folder = ""): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : testFiles(root, file);
    const isJourney = file.startsWith("tests/e2e/") && file.endsWith(".spec.ts");
    return isJourney || /\.test\.tsx?$/.test(file) ? [file] : [];
  });
}
