import ts from "typescript";
import { calledName, everyNode, findingAt, type Source } from "../source";

/** A message that the source asks for. With `isPrefix`, the key goes on with something computed. */
export interface MessageUse {
  path: string;
  line: number;
  column: number;
  key: string;
  isPrefix: boolean;
}

const openers = new Set(["useTranslations", "getTranslations", "createTranslator"]);
const readers = new Set(["rich", "markup", "raw"]);

/** Literal keys given to a translator that the same file opened: `const t = useTranslations("billing.void"); t("reason")`. */
export function messageUses(source: Source): MessageUse[] {
  if (!/useTranslations|getTranslations|createTranslator/.test(source.text)) return [];

  const uses: MessageUse[] = [];
  everyNode(source.tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    const namespace = namespaceOf(node);
    const [key] = node.arguments;
    if (namespace === undefined || !key) return;
    for (const part of keysIn(key)) {
      const { path, line, column } = findingAt(source, key, "messages", "");
      const full = namespace ? `${namespace}.${part.text}` : part.text;
      uses.push({ path, line, column, key: full, isPrefix: part.isPrefix });
    }
  });
  return uses;
}

/** The namespace of the translator that this call asks, or undefined when it asks none that we can see. */
function namespaceOf(call: ts.CallExpression): string | undefined {
  const callee = call.expression;
  if (ts.isIdentifier(callee)) return openedAs(callee.text, call);
  if (!ts.isPropertyAccessExpression(callee) || !readers.has(callee.name.text)) return undefined;
  return ts.isIdentifier(callee.expression) ? openedAs(callee.expression.text, call) : undefined;
}

function openedAs(name: string, from: ts.Node): string | undefined {
  for (let scope: ts.Node | undefined = from.parent; scope; scope = scope.parent) {
    // A parameter of that name hides what lies further out; where it comes from is unknown here.
    if (ts.isFunctionLike(scope) && scope.parameters.some((parameter) => parameter.name.getText() === name)) {
      return undefined;
    }
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    for (const statement of scope.statements) {
      const opened = ts.isVariableStatement(statement) ? openedIn(statement, name) : undefined;
      if (opened !== undefined) return opened;
    }
  }
  return undefined;
}

/** Covers `const t = await getTranslations("a")` and `const [t, rows] = await Promise.all([getTranslations("a"), …])`. */
function openedIn(statement: ts.VariableStatement, name: string): string | undefined {
  for (const declaration of statement.declarationList.declarations) {
    const value = unwrapped(declaration.initializer);
    if (!value || !ts.isCallExpression(value)) continue;
    if (ts.isIdentifier(declaration.name) && declaration.name.text === name) return namespaceGiven(value);

    const list = value.arguments[0];
    if (!ts.isArrayBindingPattern(declaration.name) || !list || !ts.isArrayLiteralExpression(list)) continue;
    const index = declaration.name.elements.findIndex((element) => element.getText() === name);
    const opener = unwrapped(list.elements[index]);
    if (opener && ts.isCallExpression(opener)) return namespaceGiven(opener);
  }
  return undefined;
}

function unwrapped(value: ts.Expression | undefined): ts.Expression | undefined {
  return value && ts.isAwaitExpression(value) ? value.expression : value;
}

function namespaceGiven(opener: ts.CallExpression): string | undefined {
  if (!openers.has(calledName(opener))) return undefined;
  const [given] = opener.arguments;
  if (!given) return "";
  if (ts.isStringLiteralLike(given)) return given.text;
  if (!ts.isObjectLiteralExpression(given)) return undefined;

  const namespace = given.properties.find((property) => property.name?.getText() === "namespace");
  if (!namespace) return "";
  const value = ts.isPropertyAssignment(namespace) ? namespace.initializer : undefined;
  return value && ts.isStringLiteralLike(value) ? value.text : undefined;
}

function keysIn(key: ts.Expression): { text: string; isPrefix: boolean }[] {
  if (ts.isStringLiteralLike(key)) return [{ text: key.text, isPrefix: false }];
  if (ts.isTemplateExpression(key)) return key.head.text ? [{ text: key.head.text, isPrefix: true }] : [];
  if (ts.isConditionalExpression(key)) return [...keysIn(key.whenTrue), ...keysIn(key.whenFalse)];
  return [];
}
