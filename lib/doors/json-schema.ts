import "server-only";
import { z } from "zod";

/** The part of JSON Schema 2020-12 that our schemas become. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  description?: string;
  default?: unknown;
  format?: string;
  examples?: unknown[];
  [keyword: string]: unknown;
};

/** A schema, and the named schemas that it refers to (`$ref` is `#/components/schemas/NAME`). */
export type NamedSchemas = {
  readonly root: JsonSchema;
  readonly named: Readonly<Record<string, JsonSchema>>;
};

const place = "#/components/schemas/";
const converted = new WeakMap<z.ZodType, NamedSchemas>();

/**
 * The wire form of a zod schema as JSON Schema. The input side is asked for in both directions: a codec's input is what
 * travels. Schemas with an `id` in their meta become named ones. Computed once per schema.
 */
export function wireSchema(schema: z.ZodType): NamedSchemas {
  let known = converted.get(schema);
  if (known === undefined) {
    known = convert(schema);
    converted.set(schema, known);
  }
  return known;
}

function convert(schema: z.ZodType): NamedSchemas {
  const {
    $schema: _dialect,
    $defs,
    ...root
  } = z.toJSONSchema(schema, { io: "input" }) as JsonSchema & {
    $defs?: Record<string, JsonSchema>;
  };
  const own = Object.entries($defs ?? {}).filter(([name]) => !isMadeUp(name));
  return { root: moved(root), named: Object.fromEntries(own.map(([name, inner]) => [name, moved(inner)])) };
}

/** Names that zod makes up for a schema that refers to itself without a name of its own: in our schemas, "any JSON". */
function isMadeUp(name: string): boolean {
  return name.startsWith("__schema");
}

/** With references to `$defs` pointed at the document's components. */
function moved<T>(value: T): T {
  if (Array.isArray(value)) return value.map(moved) as T;
  if (value === null || typeof value !== "object") return value;
  const reference = (value as JsonSchema).$ref;
  if (typeof reference === "string" && isMadeUp(reference.slice("#/$defs/".length))) {
    const { $ref: _reference, ...beside } = value as JsonSchema;
    return moved(beside) as T;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string" ? inner.replace("#/$defs/", place) : moved(inner),
    ]),
  ) as T;
}

/** Follows a reference, also a chain of them. Annotations beside the reference win. */
export function resolved(schema: JsonSchema, named: NamedSchemas["named"]): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const target = named[schema.$ref.slice(place.length)];
  if (target === undefined) throw new TypeError(`no schema is named ${schema.$ref}`);
  const { $ref: _reference, ...beside } = schema;
  return resolved({ ...target, ...beside }, named);
}

export function referredName(reference: string): string {
  return reference.slice(place.length);
}
