import ts from "typescript";
import { calledName, declarationOf, everyNode, type FileRule, isTest } from "../source";

const updates = new Set(["update", "updateMany", "updateManyAndReturn"]);
const message = "lock the row first (lock…), or update where its version or status still holds";

/**
 * Balances and states change only under a row lock or by a conditional update: what was read may be stale by the
 * time it is written. In a domain every update is either preceded by a call named `lock…` in the same function or
 * in one around it, or names in its `where` a column other than ids (version, status, a compared balance).
 */
export const noReadThenUpdate: FileRule = {
  name: "no-read-then-update",
  covers: (path) => /^lib\/(?!core\/|doors\/|ui\/)[^/]+\//.test(path) && !isTest(path),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (ts.isCallExpression(node) && isUpdate(node) && !hasCondition(node) && !isLocked(node)) {
        report(node, message);
      }
      if (ts.isTaggedTemplateExpression(node) && isBlindStatement(node) && !isLocked(node))
        report(node, message);
    });
  },
};

/** `db.invoice.update(…)` and its kin: a method of a model of something. */
function isUpdate(call: ts.CallExpression): boolean {
  const callee = call.expression;
  return (
    ts.isPropertyAccessExpression(callee) &&
    updates.has(callee.name.text) &&
    ts.isPropertyAccessExpression(callee.expression)
  );
}

function hasCondition(call: ts.CallExpression): boolean {
  const options = objectOf(call.arguments[0], call);
  const where = options?.properties.find((property) => property.name?.getText() === "where");
  if (!where) return false;
  const value = ts.isPropertyAssignment(where) ? where.initializer : where.name;
  return value !== undefined && namesColumn(objectOf(value as ts.Expression, call));
}

/** Follows a constant of the same file to its object literal. */
function objectOf(value: ts.Expression | undefined, from: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (value && ts.isObjectLiteralExpression(value)) return value;
  if (!value || !ts.isIdentifier(value)) return undefined;

  const initializer = declarationOf(value.text, from)?.initializer;
  return initializer && ts.isObjectLiteralExpression(initializer) ? initializer : undefined;
}

function namesColumn(where: ts.ObjectLiteralExpression | undefined): boolean {
  return (where?.properties ?? []).some((property) => {
    const name = property.name?.getText() ?? "";
    if (name !== "AND") return isCompared(name);
    const parts = ts.isPropertyAssignment(property) ? property.initializer : undefined;
    const list = parts && ts.isArrayLiteralExpression(parts) ? [...parts.elements] : [parts];
    return list.some((part) => part && ts.isObjectLiteralExpression(part) && namesColumn(part));
  });
}

function isCompared(column: string): boolean {
  return column !== "" && !["OR", "NOT"].includes(column) && !/^id$|Id$|_id$|^id_|_id_/.test(column);
}

/** An `update … set … where …` in SQL whose conditions are ids only. */
function isBlindStatement(statement: ts.TaggedTemplateExpression): boolean {
  const text = statement.template.getText().toLowerCase();
  const set = /\bupdate\s+[\w".]+(?:\s+(?:as\s+)?\w+)?\s+set\s/.exec(text);
  if (!set || /\bfor\s+(?:no\s+key\s+)?update\b/.test(text)) return false;

  const where = text
    .slice(set.index)
    .split(/\bwhere\b/)
    .slice(1)
    .join(" ");
  const columns = [...where.matchAll(/([a-z_]+)"?\s*(?:=|<|>|\bis\b|\bin\b)/g)].map(
    (match) => match[1] ?? "",
  );
  return !columns.some(isCompared);
}

function isLocked(update: ts.Node): boolean {
  for (let scope: ts.Node | undefined = update.parent; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope) && callsLockBefore(scope, update)) return true;
  }
  return false;
}

function callsLockBefore(scope: ts.Node, update: ts.Node): boolean {
  let locks = false;
  everyNode(scope, (node) => {
    if (!ts.isCallExpression(node) || node.end > update.getStart()) return;
    if (/^lock(?:[A-Z]|$)/.test(calledName(node))) locks = true;
  });
  return locks;
}
