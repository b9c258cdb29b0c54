import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/**
 * The proxy guards nothing: each page of the staff's and the clients' areas asks for its own permission. Read off the source,
 * so that it holds for a page that nobody has visited yet, and with the proxy gone.
 */
const guards = { module: "@/app/guarded-page", wrapper: "guardedPage" };

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /^page\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const pages = ["app/admin", "app/portal"].flatMap(pagesBelow);

/** Why a page's source does not show that it is guarded; undefined when it does. */
function unguarded(source: ts.SourceFile): string | undefined {
  const wrapper = importedName(source);
  if (wrapper === undefined) return `imports no ${guards.wrapper} from ${guards.module}`;

  const exported = source.statements.find(
    (statement): statement is ts.ExportAssignment =>
      ts.isExportAssignment(statement) && !statement.isExportEquals,
  );
  const call = exported?.expression;
  if (call === undefined || !ts.isCallExpression(call)) return "does not export a guarded page";
  if (!ts.isIdentifier(call.expression) || call.expression.text !== wrapper)
    return `exports no ${wrapper}(...)`;

  const [operation, render] = call.arguments;
  if (operation === undefined || !ts.isIdentifier(operation)) return "names no operation";
  if (!isImportedOperation(source, operation.text))
    return `${operation.text} is no operation of the registry's domains`;
  return render === undefined ? "renders nothing" : undefined;
}

function importedName(source: ts.SourceFile): string | undefined {
  return importsOf(source).find(({ from, name }) => from === guards.module && name === guards.wrapper)?.as;
}

function isImportedOperation(source: ts.SourceFile, local: string): boolean {
  return importsOf(source).some(
    ({ from, as }) => as === local && /^@\/lib\/[a-z-]+\/operations\//.test(from),
  );
}

function importsOf(source: ts.SourceFile): { from: string; name: string; as: string }[] {
  return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const named = statement.importClause?.namedBindings;
    if (named === undefined || !ts.isNamedImports(named)) return [];
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    return named.elements.map(({ name, propertyName }) => ({
      from,
      name: (propertyName ?? name).text,
      as: name.text,
    }));
  });
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

test("S-41: the pages are found", () => {
  expect(pages.length).toBeGreaterThan(10);
});

test.each(pages)("S-41: %s asks for its own permission, with or without the proxy", (page) => {
  const text = readFileSync(page, "utf8");
  expect(unguarded(parse(page, text)) ?? "guarded").toBe("guarded");
});

test("S-41: a page without a guard is found out", () => {
  const bare = `import { guardedPage } from "@/app/guarded-page";
    import { listClients } from "@/lib/clients/operations/list-clients";
    export default async function Page() { return null; }`;
  expect(unguarded(parse("page.tsx", bare))).toBeDefined();
  const guarded = bare.replace(
    /export default.*$/s,
    "export default guardedPage(listClients, async () => null);",
  );
  expect(unguarded(parse("page.tsx", guarded))).toBeUndefined();
  expect(unguarded(parse("page.tsx", guarded.replace("@/app/guarded-page", "./my-guard")))).toBeDefined();
  expect(
    unguarded(parse("page.tsx", guarded.replace("guardedPage(listClients", "guardedPage(anything"))),
  ).toBeDefined();
});
