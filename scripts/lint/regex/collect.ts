import ts from "typescript";
import { everyNode, isIn, isTest, type Source } from "../source";

/** A regular expression of the product and where it stands. */
export interface FoundRegex {
  regex: RegExp;
  node: ts.Node;
}

/** Product files, whose expressions meet texts that strangers send. */
export function meetsStrangers(path: string): boolean {
  return (
    isIn(path, "app", "components", "inngest", "lib", "plugins", "server", "agent", "auth.ts", "proxy.ts") &&
    !isTest(path)
  );
}

/** All literals, and expressions built from literal strings. What is built from variables cannot be judged here. */
export function regexesOf({ tree }: Source): FoundRegex[] {
  const found: FoundRegex[] = [];
  everyNode(tree, (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ node, regex: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText(tree) === "RegExp"
    ) {
      const [source, flags] = node.arguments ?? [];
      if (!source || !ts.isStringLiteralLike(source)) return;
      found.push({
        node,
        regex: new RegExp(source.text, flags && ts.isStringLiteralLike(flags) ? flags.text : ""),
      });
    }
  });
  return found;
}
