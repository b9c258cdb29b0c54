import ts from "typescript";
import { calledName, everyNode, type FileRule, isIn, isTest } from "../source";

const unsafe = new Set(["$queryRawUnsafe", "$executeRawUnsafe"]);
const statements = new Set(["query", "execute"]);

/** SQL is written with bound values only: no unsafe raw queries, no SQL glued together from strings. */
export const noUnsafeRaw: FileRule = {
  name: "no-unsafe-raw",
  covers: (path) => !isTest(path) && !isIn(path, "lib/core/db", "scripts"),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (ts.isPropertyAccessExpression(node)) {
        if (unsafe.has(node.name.text)) report(node.name, `${node.name.text} takes SQL without bound values`);
        if (node.name.text === "raw" && node.expression.getText(tree) === "Prisma") {
          report(node.name, "Prisma.raw puts text into SQL unbound");
        }
      }
      if (ts.isStringLiteralLike(node) && unsafe.has(node.text)) {
        report(node, `${node.text} takes SQL without bound values`);
      }
      if (ts.isCallExpression(node) && statements.has(calledName(node)) && isGlued(queryText(node))) {
        report(node, "SQL is glued from strings; bind the values");
      }
      if (ts.isNewExpression(node) && node.expression.getText(tree) === "Sql") {
        report(node, "SQL is made by the sql tag only");
      }
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "sql") {
        report(node, "sql is a tag: called as a function it would take text for SQL");
      }
    });
  },
};

/** The statement of `query("…")` or of `query({ text: "…" })`. */
function queryText(call: ts.CallExpression): ts.Expression | undefined {
  const [first] = call.arguments;
  if (!first || !ts.isObjectLiteralExpression(first)) return first;

  const text = first.properties.find((property) => property.name?.getText() === "text");
  return text && ts.isPropertyAssignment(text) ? text.initializer : undefined;
}

function isGlued(text: ts.Expression | undefined): boolean {
  if (!text) return false;
  if (ts.isTemplateExpression(text)) return true;
  return ts.isBinaryExpression(text) && text.operatorToken.kind === ts.SyntaxKind.PlusToken;
}
