import ts from "typescript";
import { everyNode, type FileRule, isIn, isTest } from "../source";

/** The environment is read once, by the configuration, which reports all mistakes at once. */
export const noEnv: FileRule = {
  name: "no-env",
  covers: (path) =>
    !isTest(path) &&
    !isIn(path, "lib/core/config", "scripts", "server", "instrumentation.ts", "inngest/local/main.ts") &&
    !/^[^/]+\.config\.[cm]?[jt]s$/.test(path),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (isEnvironment(node)) report(node, "only lib/core/config reads the environment");
    });
  },
};

function isEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return /(?:^|\.)process\??\.env$/.test(node.getText());
  if (ts.isElementAccessExpression(node)) return /(?:^|\.)process\[["']env["']\]$/.test(node.getText());
  if (ts.isImportSpecifier(node)) {
    const from = node.parent.parent.parent.moduleSpecifier;
    return (
      (node.propertyName ?? node.name).text === "env" && /["'](?:node:)?process["']/.test(from.getText())
    );
  }
  return (
    ts.isBindingElement(node) &&
    (node.propertyName ?? node.name).getText() === "env" &&
    ts.isVariableDeclaration(node.parent.parent) &&
    node.parent.parent.initializer?.getText() === "process"
  );
}
