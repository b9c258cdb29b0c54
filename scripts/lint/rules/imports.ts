import path from "node:path";
import ts from "typescript";
import type { House, Source } from "../source";

/** An import that exists at run time, with the file of the house that it leads to, if it leads to one. */
export interface RuntimeImport {
  node: ts.Node;
  specifier: string;
  file: string | undefined;
}

/** Imports, re-exports and dynamic imports of a file; what only types ask for is left out. */
export function runtimeImports(house: House, source: Source): RuntimeImport[] {
  const found: RuntimeImport[] = [];
  const add = (node: ts.Node, specifier: string) => {
    found.push({ node, specifier, file: resolveImport(house, source.path, specifier) });
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !isTypeOnly(node.importClause)) {
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node, node.moduleSpecifier.text);
    }
    if (ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node, node.moduleSpecifier.text);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteralLike(specifier)) add(node, specifier.text);
    }
    node.forEachChild(look);
  };
  look(source.tree);

  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function resolveImport(house: House, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".") && !specifier.startsWith("@/")) return undefined;

  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier);
  const bare = base.replace(/\.[cm]?jsx?$/, "");
  const candidates = [base, ...[".ts", ".tsx", ".mts", "/index.ts", "/index.tsx"].map((end) => bare + end)];
  return candidates.find((candidate) => house.sources.has(candidate));
}
