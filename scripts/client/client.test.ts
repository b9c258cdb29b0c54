import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { registry } from "@/lib/registry";
import { printType } from "./print-type";
import { clientFile, clientSource } from "./source";

test("the committed client is the one that the operations make now (else: npm run client:generate)", () => {
  expect(readFileSync(clientFile, "utf8") === clientSource(registry, process.cwd())).toBe(true);
});

test("the client is one file without imports", () => {
  expect(readFileSync(clientFile, "utf8")).not.toMatch(/^import |require\(|import\(/m);
});

test.each([
  [{ type: "string", format: "uuid" }, "string"],
  [{ type: ["integer", "null"] }, "number | null"],
  [{ enum: ["A", "B", 1, null] }, '"A" | "B" | 1 | null'],
  [{ const: "x" }, '"x"'],
  [{ $ref: "#/components/schemas/Client" }, "Client"],
  [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } }, "(string | null)[]"],
  [{ type: "array", prefixItems: [{ type: "string" }, { type: "number" }] }, "[string, number]"],
  [
    { type: "object", properties: { a: { type: "string" } }, required: [], additionalProperties: false },
    '{ "a"?: string; }',
  ],
  [{ type: "object", additionalProperties: { type: "boolean" } }, "Record<string, boolean>"],
  [{ type: "object", properties: {}, additionalProperties: false }, "Record<string, never>"],
  [
    { allOf: [{ $ref: "#/components/schemas/A" }, { type: "object", additionalProperties: true }] },
    "A & Record<string, unknown>",
  ],
  [{}, "unknown"],
])("%j is printed as %s", (schema, type) => {
  expect(printType(schema)).toBe(type);
});

test("a keyword that the printer does not know stops the run", () => {
  expect(() => printType({ type: "object", patternProperties: {} })).toThrow("patternProperties");
});
