import { builtinModules } from "node:module";
import { type Finding, findingAt, type House, type HouseRule, hasDirective, isTest } from "../source";
import { type RuntimeImport, runtimeImports } from "./imports";

const serverFile =
  /^(?:lib\/(?:[^/]+\/(?:operations\/|queries(?:\/|\.ts$))|core\/(?:config|crypto|db|health|log|operation)(?:\/|\.ts$)|doors\/|registry(?:-of-trade)?\.ts$)|inngest\/|server\/|plugins\/|auth\.ts$|proxy\.ts$)/;
const serverPackages = new Set([
  "server-only",
  "pg",
  "pino",
  "@prisma/client",
  "next/headers",
  ...builtinModules,
]);

/**
 * A client component reaches no server module, neither by its own imports nor through the files that it imports.
 * The way from the browser to the server is a "use server" file, where the walk ends, or a prop.
 */
export const clientBoundary: HouseRule = {
  name: "client-boundary",
  checkHouse(house) {
    const findings: Finding[] = [];
    for (const source of house.sources.values()) {
      if (isTest(source.path) || !hasDirective(source.tree, "use client")) continue;
      for (const imported of runtimeImports(house, source)) {
        const chain = wayToServer(house, imported, new Set([source.path]));
        if (!chain) continue;
        const message = `a client component reaches the server module ${chain.join(" -> ")}`;
        findings.push(findingAt(source, imported.node, "client-boundary", message));
      }
    }
    return findings;
  },
};

/** The files on the way from an import to the first server module behind it. */
function wayToServer(
  house: House,
  { specifier, file }: RuntimeImport,
  seen: Set<string>,
): string[] | undefined {
  if (!file) return isServerPackage(specifier) ? [specifier] : undefined;
  const source = house.sources.get(file);
  if (!source || seen.has(file) || hasDirective(source.tree, "use server")) return undefined;
  if (serverFile.test(file)) return [file];

  seen.add(file);
  for (const next of runtimeImports(house, source)) {
    const rest = wayToServer(house, next, seen);
    if (rest) return [file, ...rest];
  }
  return undefined;
}

function isServerPackage(specifier: string): boolean {
  return specifier.startsWith("node:") || serverPackages.has(specifier);
}
