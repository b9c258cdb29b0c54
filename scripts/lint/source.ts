import ts from "typescript";

/** A file of the house, parsed but not type-checked. `path` is relative to the root, with forward slashes. */
export interface Source {
  path: string;
  text: string;
  tree: ts.SourceFile;
}

/** One thing to mend. Line and column start at 1. */
export interface Finding {
  path: string;
  line: number;
  column: number;
  rule: string;
  message: string;
}

/** A rule that looks at one file at a time. */
export interface FileRule {
  name: string;
  covers(path: string): boolean;
  check(source: Source, report: (node: ts.Node, message: string) => void): void;
}

/** The whole house, for rules that follow a thread from file to file. */
export interface House {
  sources: ReadonlyMap<string, Source>;
  /** Message catalogues by language, parsed from messages/<language>.json. */
  catalogues: ReadonlyMap<string, unknown>;
}

/** A rule that needs more than one file. */
export interface HouseRule {
  name: string;
  checkHouse(house: House): Finding[];
}

/** Parses TypeScript, JavaScript or JSX by its file name. Parent links are set. */
export function parse(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kindOf(path)) };
}

function kindOf(path: string): ts.ScriptKind {
  if (/\.[jt]sx$/.test(path)) return ts.ScriptKind.TSX;
  return /\.[cm]?js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}

/** Calls `look` for every node below `root`, in reading order. */
export function everyNode(root: ts.Node, look: (node: ts.Node) => void): void {
  root.forEachChild((child) => {
    look(child);
    everyNode(child, look);
  });
}

/** Runs a file rule on one file. */
export function applyRule(rule: FileRule, source: Source): Finding[] {
  if (!rule.covers(source.path)) return [];

  const findings: Finding[] = [];
  rule.check(source, (node, message) => findings.push(findingAt(source, node, rule.name, message)));
  return findings;
}

/** The finding at the first character of `node`. */
export function findingAt(source: Source, node: ts.Node, rule: string, message: string): Finding {
  const { line, character } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
  return { path: source.path, line: line + 1, column: character + 1, rule, message };
}

/** Tests and what only tests use: specs, builders, the tests folder. */
export function isTest(path: string): boolean {
  return /(?:^tests\/|\.(?:test|spec)\.tsx?$|(?:^|\/)testing\.tsx?$)/.test(path);
}

/** Whether `path` lies in one of the folders or is one of the files. */
export function isIn(path: string, ...places: string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/** Whether the file opens with the directive, for instance "use client". */
export function hasDirective(root: ts.SourceFile | ts.Block, directive: string): boolean {
  for (const statement of root.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return false;
    if (statement.expression.text === directive) return true;
  }
  return false;
}

/** Name that a call goes by: `lock` of `lock()`, `findUnique` of `db.invoice.findUnique()`. */
export function calledName(call: ts.CallExpression): string {
  const callee = call.expression;
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
}

/** Looks a name up in the scopes around `from`: the declaration that gives it its value, if it is in this file. */
export function declarationOf(name: string, from: ts.Node): ts.VariableDeclaration | undefined {
  for (let scope: ts.Node | undefined = from; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isCaseOrDefaultClause(scope)) continue;
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const declaration of statement.declarationList.declarations) {
        if (ts.isIdentifier(declaration.name) && declaration.name.text === name) return declaration;
      }
    }
  }
  return undefined;
}
