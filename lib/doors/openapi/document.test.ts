import { validate } from "@readme/openapi-parser";
import { beforeAll, expect, test } from "vitest";
import type { Operation } from "@/lib/core/operation/operation";
import { type OpenApiDocument, openApiDocument } from "@/lib/doors/openapi/document";
import type { Operations } from "@/lib/doors/rest/router";
import { registry } from "@/lib/registry";

const operations = Object.values(registry as Operations).flatMap((domain) => Object.values(domain));
const routed = operations.filter((operation) => operation.http !== undefined);
let document: OpenApiDocument;

beforeAll(async () => {
  Object.assign(process.env, {
    NODE_ENV: "test",
    APP_URL: "https://panel.example.com",
    DATABASE_URL: "postgresql://nobody@localhost/none",
    AUTH_SECRET: "s".repeat(40),
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64url")}`,
  });
  document = await openApiDocument(registry);
});

test("the document is OpenAPI 3.1 by the official schema, and names its server by the configuration", async () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.servers).toEqual([{ url: "https://panel.example.com/api/v1" }]);
  const result = await validate(structuredClone(document) as never);
  expect(result).toMatchObject({ valid: true });
});

test.each(operations)("the example of $name passes its schemas", (operation: Operation) => {
  expect(operation.input.safeParse(operation.example.input).error).toBeUndefined();
  expect(operation.output.safeParse(operation.example.output).error).toBeUndefined();
});

test.each(routed)(
  "$name is described with permission, examples, refusals and headers",
  ({ name, http, kind }) => {
    const method = http?.method.toLowerCase() as "get";
    const described = document.paths?.[http?.path ?? ""]?.[method];
    expect(described).toMatchObject({ operationId: name, summary: expect.any(String), "x-permission": name });

    const status = String(http?.status ?? 200);
    const success = described?.responses?.[status] as {
      content: Record<string, { example: unknown }>;
      headers: object;
    };
    expect(success.content["application/json"]?.example).toBeDefined();
    expect(Object.keys(success.headers)).toContain("RateLimit");
    expect(Object.keys(described?.responses ?? {})).toEqual(
      expect.arrayContaining(["400", "401", "403", "404", "429", "500"]),
    );
    const parameters = (described?.parameters ?? []) as { name: string }[];
    expect(parameters.some((parameter) => parameter.name === "Idempotency-Key")).toBe(kind === "command");
  },
);

test("names, paths and methods are each used once", () => {
  const names = operations.map(({ name }) => name);
  const routes = routed.map(({ http }) => `${http?.method} ${http?.path.replace(/\{\w+\}/g, "{}")}`);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(routes).size).toBe(routes.length);
});

test("an operation that is not in the registry's routes is not in the document", () => {
  const paths = Object.values(document.paths ?? {}).flatMap((item) => Object.keys(item ?? {}));
  expect(paths).toHaveLength(routed.length);
});
