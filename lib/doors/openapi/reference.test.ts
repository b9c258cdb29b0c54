import { beforeAll, expect, test } from "vitest";
import type { Operation } from "@/lib/core/operation/operation";
import { type OpenApiDocument, openApiDocument } from "@/lib/doors/openapi/document";
import { referenceOf } from "@/lib/doors/openapi/reference";
import type { Operations } from "@/lib/doors/rest/router";
import { registry } from "@/lib/registry";

const routed = Object.values(registry as Operations)
  .flatMap((domain): Operation[] => Object.values(domain))
  .filter(({ http }) => http !== undefined);
let document: OpenApiDocument;

beforeAll(async () => {
  Object.assign(process.env, {
    NODE_ENV: "test",
    DATABASE_URL: "postgresql://nobody@localhost/none",
    AUTH_SECRET: "s".repeat(40),
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64url")}`,
  });
  document = await openApiDocument(registry);
});

function found(wanted: string): string[] {
  return referenceOf(document, wanted).domains.flatMap(({ operations }) =>
    operations.map(({ name }) => name),
  );
}

test("without words the reference shows every operation that has a route, once", () => {
  expect(found("").sort()).toEqual(routed.map(({ name }) => name).sort());
});

test("every word must occur, in summary, path, method, scope or a field's name", () => {
  expect(found("create client POST")).toContain("clients.client.create");
  expect(found("companyname patch")).toEqual(["clients.client.update"]);
  expect(found("no such operation anywhere")).toEqual([]);
  expect(found(".*")).toEqual([]);
});

test("an operation is shown with its fields, defaults and examples", () => {
  const { domains } = referenceOf(document, "clients.client.create");
  const [operation] = domains[0]?.operations ?? [];
  expect(operation).toMatchObject({
    method: "POST",
    path: "/clients",
    status: "201",
    responseType: "Client",
  });
  expect(operation?.fields).toContainEqual({
    name: "kind",
    place: "body",
    type: '"PERSON" | "COMPANY"',
    isRequired: false,
    description: undefined,
    defaultValue: '"PERSON"',
  });
  expect(JSON.parse(operation?.requestExample ?? "")).toMatchObject({ name: "Ada Lovelace" });
});

test("every type that a field or an answer refers to is among the schemas", () => {
  const { domains, schemas } = referenceOf(document);
  const named = new Set(schemas.map(({ name }) => name));
  const fields = [
    ...domains.flatMap(({ operations }) => operations.flatMap((one) => one.fields)),
    ...schemas.flatMap((one) => one.fields),
  ];
  for (const { type } of fields) {
    for (const [word] of type.replace(/"[^"]*"/g, "").matchAll(/\b[A-Z]\w+/g)) expect(named).toContain(word);
  }
});
