import ts from "typescript";
import { everyNode, type FileRule, isIn, isTest } from "../source";

const message = "text that people read comes from the messages";
const readAttributes = new Set([
  "title",
  "alt",
  "placeholder",
  "label",
  "description",
  "aria-label",
  "aria-description",
  "aria-placeholder",
  "aria-roledescription",
  "aria-valuetext",
]);
/** Elements whose content is code or keys, the same in every language. */
const codeElements = new Set(["code", "pre", "kbd", "samp", "script", "style"]);
/** Names that no language translates. */
const neutral = new Set([
  "Panel1",
  "API",
  "REST",
  "OpenAPI",
  "JSON",
  "CSV",
  "PDF",
  "URL",
  "ID",
  "IP",
  "UTC",
  "DNS",
  "TLS",
]);

/** Every text that a person reads, or has read out, is a message: in markup, in the attributes that speak, in page titles. */
export const noUntranslatedText: FileRule = {
  name: "no-untranslated-text",
  covers: (path) => isIn(path, "app", "components") && !isTest(path),
  check({ tree }, report) {
    everyNode(tree, (node) => {
      if (ts.isJsxText(node) && isReadable(node.text) && !isCode(node)) report(node, message);
      if (ts.isJsxExpression(node) && isContent(node) && !isCode(node)) {
        for (const text of shownTexts(node.expression)) report(text, message);
      }
      if (ts.isJsxAttribute(node) && readAttributes.has(node.name.getText(tree))) {
        for (const text of attributeTexts(node)) report(text, message);
      }
      if (ts.isVariableDeclaration(node) && node.name.getText(tree) === "metadata") {
        for (const text of titleTexts(node.initializer)) report(text, message);
      }
    });
  },
};

function isReadable(text: string): boolean {
  // Entities such as &nbsp; are marks, not words.
  const words = text.replace(/&#?\w+;/g, " ").match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return words.some((word) => /\p{L}/u.test(word) && !neutral.has(word));
}

function isContent(node: ts.JsxExpression): boolean {
  return ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);
}

function isCode(node: ts.Node): boolean {
  for (let around: ts.Node | undefined = node.parent; around; around = around.parent) {
    if (ts.isJsxElement(around) && codeElements.has(around.openingElement.tagName.getText())) return true;
  }
  return false;
}

/** The literals that an expression may show: itself, or the arms of its conditions. */
function shownTexts(shown: ts.Expression | undefined): ts.Node[] {
  if (!shown) return [];
  if (ts.isStringLiteralLike(shown)) return isReadable(shown.text) ? [shown] : [];
  if (ts.isTemplateExpression(shown)) {
    const parts = [shown.head, ...shown.templateSpans.map((span) => span.literal)];
    return parts.some((part) => isReadable(part.text)) ? [shown] : [];
  }
  if (ts.isParenthesizedExpression(shown)) return shownTexts(shown.expression);
  if (ts.isConditionalExpression(shown))
    return [...shownTexts(shown.whenTrue), ...shownTexts(shown.whenFalse)];
  if (ts.isBinaryExpression(shown) && isChoice(shown.operatorToken.kind)) {
    return [...shownTexts(shown.left), ...shownTexts(shown.right)];
  }
  return [];
}

function isChoice(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.AmpersandAmpersandToken ||
    operator === ts.SyntaxKind.BarBarToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken ||
    operator === ts.SyntaxKind.PlusToken
  );
}

function attributeTexts({ initializer }: ts.JsxAttribute): ts.Node[] {
  if (!initializer) return [];
  if (ts.isJsxExpression(initializer)) return shownTexts(initializer.expression);
  return ts.isStringLiteral(initializer) ? shownTexts(initializer) : [];
}

function titleTexts(metadata: ts.Expression | undefined): ts.Node[] {
  if (!metadata || !ts.isObjectLiteralExpression(metadata)) return [];
  return metadata.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property)) return [];
    return ["title", "description"].includes(property.name.getText()) ? shownTexts(property.initializer) : [];
  });
}
