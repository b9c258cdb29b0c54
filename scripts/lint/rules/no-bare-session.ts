import ts from "typescript";
import { calledName, declarationOf, everyNode, type FileRule, isIn, isTest } from "../source";

const message = "that a session exists proves nothing; check session.user.id, or the actor";

/**
 * A broken sign-in configuration can yield a session object without a user, so its existence is no proof of anything.
 * Rows that were read from the database (`const session = await db.session.find…`) are facts and may be checked.
 */
export const noBareSession: FileRule = {
  name: "no-bare-session",
  covers: (path) => isIn(path, "app", "components", "lib", "auth.ts", "proxy.ts") && !isTest(path),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (isSession(node) && isExistenceCheck(node)) report(node, message);
    });
  },
};

function isSession(node: ts.Node): node is ts.Expression {
  if (ts.isAwaitExpression(node)) return isSignInCall(node.expression);
  if (!ts.isIdentifier(node) || !/^(?:\w+S|s)ession$/.test(node.text)) return false;

  const value = declarationOf(node.text, node)?.initializer;
  return (
    !value || !/\b(?:db|tx|query|sql|transaction)\b|\b(?:find|lock|read|load)\w*\(/.test(value.getText())
  );
}

function isSignInCall(call: ts.Expression): boolean {
  return ts.isCallExpression(call) && ["auth", "getServerSession", "getSession"].includes(calledName(call));
}

function isExistenceCheck(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isExistenceCheck(parent);
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isCallExpression(parent)) return parent.expression.getText() === "Boolean";
  if (!ts.isBinaryExpression(parent)) return false;

  const operator = parent.operatorToken.getText();
  if (operator === "&&" || operator === "||") return parent.left === node || isExistenceCheck(parent);
  const other = (parent.left === node ? parent.right : parent.left).getText();
  return /^[!=]==?$/.test(operator) && (other === "null" || other === "undefined");
}
