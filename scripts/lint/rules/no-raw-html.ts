import ts from "typescript";
import { everyNode, type FileRule, isTest } from "../source";

/** Files that may set markup as text. Each entry says why it is safe; the list is empty until there is a reason. */
const allowed = new Set<string>();

const sinks = new Set(["innerHTML", "outerHTML"]);

/** Markup is built from elements, never from text. */
export const noRawHtml: FileRule = {
  name: "no-raw-html",
  covers: (path) => !isTest(path) && !allowed.has(path),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      const sets =
        ts.isJsxAttribute(node) || ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
      if (sets && node.name.getText(tree) === "dangerouslySetInnerHTML") {
        report(node, "markup as text may carry a script; render elements instead");
      }
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
        const target = node.left;
        if (ts.isPropertyAccessExpression(target) && sinks.has(target.name.text)) {
          report(node, "markup as text may carry a script; render elements instead");
        }
      }
    });
  },
};
