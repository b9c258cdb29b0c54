import ts from "typescript";
import { calledName, declarationOf, everyNode, type FileRule, isIn, isTest } from "../source";

const redirects = new Set(["redirect", "permanentRedirect", "rewrite"]);
const visitorsWords =
  /headers\b[^;]*\.get\(|searchParams|formData|x-forwarded-host|\.(?:host|hostname|origin|nextUrl|referrer)\b|\b(?:request|req)\.url\b/i;

/**
 * Where a redirect or rewrite leads is decided by us: by a literal path, or by a function that checks. Neither the
 * visitor's parameters nor the Host header (from which a request's own URL is made) choose the host.
 */
export const noForeignRedirect: FileRule = {
  name: "no-foreign-redirect",
  covers: (path) =>
    !isTest(path) && (isIn(path, "app", "lib", "auth.ts", "proxy.ts") || /^next\.config\./.test(path)),
  check({ tree, path }, report) {
    const isConfig = path.startsWith("next.config.");
    everyNode(tree, (node) => {
      if (ts.isCallExpression(node) && redirects.has(calledName(node)) && isForeign(node.arguments[0])) {
        report(node, "the visitor chooses where this leads; use a literal path or a checked address");
      }
      if (isConfig && ts.isPropertyAssignment(node) && node.name.getText(tree) === "destination") {
        if (!hasFixedHost(node.initializer)) report(node, "the host of a rewrite or redirect is a literal");
      }
    });
  },
};

function isForeign(target: ts.Expression | undefined): boolean {
  if (!target) return false;
  if (ts.isIdentifier(target)) {
    const value = declarationOf(target.text, target)?.initializer;
    return value !== undefined && !isChecked(value) && visitorsWords.test(value.getText());
  }
  if (isChecked(target)) return false;
  return visitorsWords.test(target.getText()) || startsOpen(target);
}

/** A call of a named function takes the responsibility; reading a header or parameter does not. */
function isChecked(value: ts.Expression): boolean {
  return (
    ts.isCallExpression(value) && ts.isIdentifier(value.expression) && value.expression.text !== "String"
  );
}

/** `${anything}/rest`, `"//" + …`: the beginning, where the host would stand, is not a literal path. */
function startsOpen(target: ts.Expression): boolean {
  if (ts.isTemplateExpression(target)) return !/^(?:\/(?![/\\])|https:\/\/[^/]+\/)/.test(target.head.text);
  if (ts.isStringLiteralLike(target)) return /^\/[/\\]/.test(target.text);
  return false;
}

function hasFixedHost(destination: ts.Expression): boolean {
  if (!ts.isStringLiteralLike(destination)) {
    return ts.isTemplateExpression(destination) && /^\/(?![/\\])/.test(destination.head.text);
  }
  const host = /^[a-z]+:\/\/([^/]*)/i.exec(destination.text)?.[1];
  return host === undefined
    ? /^\/(?![/\\:])/.test(destination.text)
    : !host.replace(/:\d+$/, "").includes(":");
}
