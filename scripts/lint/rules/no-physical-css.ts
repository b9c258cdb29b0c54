import ts from "typescript";
import { everyNode, type FileRule, isIn, isTest } from "../source";

const value = "-(?:\\d|px|auto|full|none|[\\[(]|[a-z])";
const physical = new RegExp(
  [
    `^-?(?:ml|mr|pl|pr|scroll-ml|scroll-mr|scroll-pl|scroll-pr)${value}`,
    "^-?(?:left|right)-(?:\\d|px|auto|full|[\\[(])",
    "^(?:text|float|clear)-(?:left|right)$",
    "^(?:border|rounded)-(?:l|r|tl|tr|bl|br)(?:-[\\w\\[(]|$)",
  ].join("|"),
);

/** Left and right are start and end: logical utilities mirror by themselves in right-to-left languages. */
export const noPhysicalCss: FileRule = {
  name: "no-physical-css",
  covers: (path) => isIn(path, "app", "components", "lib/ui") && !isTest(path),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (
        !ts.isStringLiteralLike(node) &&
        !ts.isTemplateHead(node) &&
        !ts.isTemplateMiddleOrTemplateTail(node)
      )
        return;
      if (ts.isImportDeclaration(node.parent)) return;
      for (const token of node.text.split(/\s+/)) {
        if (physical.test(utilityOf(token)))
          report(node, `${token}: use the logical utility (ms, pe, start, text-end …)`);
      }
    });
  },
};

/** A class without its variants and importance: `mr-2` of `md:hover:!mr-2`. */
function utilityOf(token: string): string {
  const variants = /^(?:(?:[\w@*/-]|\[[^\]]*\]|\([^)]*\))+:)*/.exec(token)?.[0] ?? "";
  return token.slice(variants.length).replace(/^!/, "");
}
