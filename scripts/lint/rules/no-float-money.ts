import ts from "typescript";
import { everyNode, type FileRule, isIn, isTest } from "../source";

const amount = /minor|amount|price|total|balance/i;
/** Counts are no money, though a total may stand in their name. */
const count = /(?:count|rows|pages|items|results|bytes|seconds|millis|milliseconds)$/i;
const conversions = new Set(["Number", "parseFloat", "parseInt"]);
const roundings = new Set(["round", "floor", "ceil", "trunc"]);

/** Money is bigint minor units from end to end; a float in between loses cents. The money kernel does the conversions. */
export const noFloatMoney: FileRule = {
  name: "no-float-money",
  covers: (path) => isIn(path, "lib") && !isIn(path, "lib/core/money") && !isTest(path),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (ts.isCallExpression(node) && isFloatCall(node)) {
        report(node, "money stays in bigint minor units; lib/core/money converts and rounds");
      }
      if (
        ts.isPrefixUnaryExpression(node) &&
        node.operator === ts.SyntaxKind.PlusToken &&
        namesMoney(node.operand)
      ) {
        report(node, "money stays in bigint minor units; lib/core/money converts and rounds");
      }
    });
  },
};

function isFloatCall(call: ts.CallExpression): boolean {
  const callee = call.expression;
  const [first] = call.arguments;
  if (ts.isIdentifier(callee)) return conversions.has(callee.text) && namesMoney(first);
  if (!ts.isPropertyAccessExpression(callee)) return false;

  const holder = callee.expression.getText();
  if (callee.name.text === "toFixed") return namesMoney(callee.expression);
  if (holder === "Number") return conversions.has(callee.name.text) && namesMoney(first);
  return holder === "Math" && roundings.has(callee.name.text) && namesMoney(first);
}

/** Whether any name in the expression, called functions left out, speaks of money. */
function namesMoney(expression: ts.Expression | undefined): boolean {
  if (!expression) return false;
  const names: string[] = ts.isIdentifier(expression) ? [expression.text] : [];
  everyNode(expression, (node) => {
    const isCallee = ts.isCallExpression(node.parent) && node.parent.expression === node;
    if (ts.isIdentifier(node) && !isCallee) names.push(node.text);
  });
  return names.some((name) => amount.test(name) && !count.test(name));
}
