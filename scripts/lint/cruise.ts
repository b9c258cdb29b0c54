import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import extractTypeScriptConfig from "dependency-cruiser/config-utl/extract-ts-config";

/** An arrow that may not be: `rule` of .dependency-cruiser.cjs, importing file, imported file or chain of a circle. */
export interface BrokenArrow {
  rule: string;
  from: string;
  to: string;
  comment: string;
}

/** What one look at the import graph found. `modules` counts our own files, packages left out. */
export interface Arrows {
  modules: number;
  dependencies: number;
  broken: BrokenArrow[];
}

type CruiseConfig = { forbidden: { name: string; comment?: string }[]; options: ICruiseOptions };

const houseFolders = [
  "app",
  "components",
  "lib",
  "inngest",
  "plugins",
  "server",
  "scripts",
  "agent",
  "client",
  "prisma",
  "tests",
];
const require = createRequire(import.meta.url);
const config = require("../../.dependency-cruiser.cjs") as CruiseConfig;

/** Names of all rules, in the order of the configuration. */
export const ruleNames = [...config.forbidden.map((rule) => rule.name), "no-circle-of-domains"];

/** Checks the import graph of the checkout at `root` (absolute path) against the arrows of the house. */
export async function cruiseArrows(root: string): Promise<Arrows> {
  const folders = houseFolders.filter((folder) => existsSync(path.join(root, folder)));
  const files = readdirSync(root).filter((file) => /\.(?:ts|mjs)$/.test(file) && file !== "next-env.d.ts");
  if (folders.length === 0) return { modules: 0, dependencies: 0, broken: [] };

  const options: ICruiseOptions = {
    ...config.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: config.forbidden } as IFlattenedRuleSet,
  };
  const tsConfig = extractTypeScriptConfig(path.join(root, "tsconfig.json"));
  // The cruiser resolves the alias "@/" from the working directory, whatever its base folder is.
  const before = process.cwd();
  process.chdir(root);
  const { output } = await cruise([...folders, ...files], options, undefined, { tsConfig }).finally(() =>
    process.chdir(before),
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text instead of a graph");

  return readGraph(output);
}

function readGraph(graph: ICruiseResult): Arrows {
  const own = graph.modules.filter(
    (module) => !module.coreModule && !module.couldNotResolve && !module.source.includes("node_modules/"),
  );
  const comments = new Map(config.forbidden.map((rule) => [rule.name, rule.comment ?? ""]));
  const broken = graph.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.cycle ? violation.cycle.map((step) => step.name).join(" -> ") : violation.to,
    comment: comments.get(violation.rule.name) ?? "",
  }));
  const edges = own.flatMap((module) =>
    module.dependencies.map((dependency) => ({ from: module.source, to: dependency.resolved })),
  );

  return { modules: own.length, dependencies: edges.length, broken: [...broken, ...circlesOfDomains(edges)] };
}

/**
 * Two domains may import each other without any two files doing so; the file-level rule does not see that circle.
 * Reports the import that closes each circle.
 */
export function circlesOfDomains(edges: readonly { from: string; to: string }[]): BrokenArrow[] {
  const graph = new Map<string, Map<string, { from: string; to: string }>>();
  for (const edge of edges) {
    const from = domainOf(edge.from);
    const to = domainOf(edge.to);
    if (!from || !to || from === to) continue;
    const targets = graph.get(from) ?? new Map();
    if (!targets.has(to)) targets.set(to, edge);
    graph.set(from, targets);
  }

  const circles: BrokenArrow[] = [];
  const done = new Set<string>();
  const walk = (domain: string, trail: string[]) => {
    for (const [next, edge] of graph.get(domain) ?? []) {
      const start = trail.indexOf(next);
      if (start !== -1) {
        const comment = `domains in a circle: ${[...trail.slice(start), next].join(" -> ")}`;
        circles.push({ rule: "no-circle-of-domains", ...edge, comment });
      } else if (!done.has(next)) {
        walk(next, [...trail, next]);
      }
    }
    done.add(domain);
  };
  for (const domain of graph.keys()) if (!done.has(domain)) walk(domain, [domain]);

  return circles;
}

function domainOf(file: string): string | undefined {
  if (/(?:\.(?:test|spec)\.tsx?|(?:^|\/)testing\.tsx?)$/.test(file)) return undefined;
  return /^lib\/([^/]+)\//.exec(file)?.[1];
}
