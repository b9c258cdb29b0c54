import ts from "typescript";
import { everyNode, type FileRule, isIn, isTest } from "../source";

const message = "now is an argument: nobody reads the clock below the doors";

/** Nobody reads the clock below the doors: `now` comes in with the call. `performance.now` measures and may stay. */
export const noClock: FileRule = {
  name: "no-clock",
  covers: (path) =>
    isIn(path, "lib") &&
    !isTest(path) &&
    !isIn(path, "lib/doors", "lib/core/operation", "lib/core/time/clock.ts"),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length)
        report(node, message);
      if (ts.isCallExpression(node) && isDate(node.expression)) report(node, message);
      if (ts.isPropertyAccessExpression(node) && readsClock(node.getText(tree))) report(node, message);
    });
  },
};

function isDate(callee: ts.Expression): boolean {
  return ts.isIdentifier(callee) && callee.text === "Date";
}

function readsClock(access: string): boolean {
  return /^(?:globalThis\.)?(?:Date\.now|Temporal\.Now)$/.test(access);
}
