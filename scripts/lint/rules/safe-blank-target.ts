import ts from "typescript";
import { everyNode, type FileRule, isTest } from "../source";

/** A page opened in a new tab gets no handle on ours and does not learn where the visitor came from. */
export const safeBlankTarget: FileRule = {
  name: "safe-blank-target",
  covers: (path) => /\.[jt]sx$/.test(path) && !isTest(path),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (!ts.isJsxAttributes(node)) return;
      const target = attribute(node, "target");
      if (!target?.initializer?.getText(tree).includes("_blank")) return;

      const rel = attribute(node, "rel")?.initializer?.getText(tree) ?? "";
      if (!/\bnoopener\b/.test(rel) || !/\bnoreferrer\b/.test(rel)) {
        report(target, 'a link to a new tab needs rel="noopener noreferrer"');
      }
    });
  },
};

function attribute(attributes: ts.JsxAttributes, name: string): ts.JsxAttribute | undefined {
  return attributes.properties.filter(ts.isJsxAttribute).find((property) => property.name.getText() === name);
}
