import { expect, test } from "vitest";
import type { Operation } from "@/lib/core/operation/operation";
import { type JsonSchema, wireSchema } from "@/lib/doors/json-schema";
import { registry } from "@/lib/registry";

const forVisitors = Object.values(registry)
  .flatMap((domain) => Object.values(domain) as unknown as Operation[])
  .filter(({ audience }) => audience.includes("visitor"))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Every field of a schema as a dotted path, in order. */
function fieldsOf({ input, output }: Operation, side: "input" | "output"): string[] {
  const { root, named } = wireSchema(side === "input" ? input : output);
  const found = new Set<string>();
  const walk = (given: JsonSchema | undefined, path: string, depth = 0): void => {
    if (given === undefined || depth > 12) return;
    const schema = given.$ref ? named[given.$ref.split("/").at(-1) ?? ""] : given;
    for (const [name, inner] of Object.entries(schema?.properties ?? {})) {
      const at = path === "" ? name : `${path}.${name}`;
      found.add(at);
      walk(inner, at, depth + 1);
    }
    for (const inner of [...(schema?.anyOf ?? []), ...(schema?.oneOf ?? []), ...(schema?.allOf ?? [])]) {
      walk(inner, path, depth + 1);
    }
    walk(schema?.items, `${path}[]`, depth + 1);
  };
  walk(root, "");
  return [...found];
}

test("S-25: what strangers may send and what they are told is the reviewed list of fields", () => {
  const surface = forVisitors.map((operation) =>
    [
      `${operation.name}${operation.http ? `  ${operation.http.method} ${operation.http.path}` : ""}`,
      `  takes ${fieldsOf(operation, "input").join(" ") || "nothing"}`,
      `  tells ${fieldsOf(operation, "output").join(" ") || "a value"}`,
    ].join("\n"),
  );
  expect(surface.join("\n")).toMatchSnapshot();
});

test("S-25: strangers are never told what is kept to check them by", () => {
  const told = forVisitors.flatMap((operation) => fieldsOf(operation, "output"));
  expect(told.filter((field) => /hash|envelope|totp|secret_id|oauthClientSecret|role$/i.test(field))).toEqual(
    [],
  );
});
