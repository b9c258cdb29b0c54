import ts from "typescript";
import { everyNode, type FileRule } from "../source";

/** Fonts come with the product: a build may not depend on a font service, nor a visitor's address reach one. */
export const noRemoteFont: FileRule = {
  name: "no-remote-font",
  covers: () => true,
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (!ts.isStringLiteralLike(node) || node.text !== "next/font/google") return;
      if (ts.isImportDeclaration(node.parent) || ts.isCallExpression(node.parent)) {
        report(node, "fonts come from the packages in package.json, not from a font service");
      }
    });
  },
};
