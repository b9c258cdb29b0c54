import "server-only";
import type { OpenAPI } from "@orpc/openapi";
import { type JsonSchema, referredName } from "@/lib/doors/json-schema";
import type { OpenApiDocument } from "@/lib/doors/openapi/document";

/** The OpenAPI document as people read it: what the page of the API reference shows. */
export type Reference = {
  readonly domains: readonly ReferenceDomain[];
  readonly schemas: readonly ReferenceSchema[];
};
export type ReferenceDomain = { readonly name: string; readonly operations: readonly ReferenceOperation[] };

export type ReferenceField = {
  readonly name: string;
  readonly place: "path" | "query" | "header" | "body";
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string | undefined;
  readonly defaultValue: string | undefined;
};

export type ReferenceOperation = {
  /** The operation's name: its anchor, and the permission it needs. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly audience: readonly string[];
  readonly fields: readonly ReferenceField[];
  readonly requestExample: string | undefined;
  readonly status: string;
  readonly responseType: string;
  readonly responseExample: string;
  readonly refusals: readonly string[];
};

export type ReferenceSchema = {
  readonly name: string;
  readonly type: string;
  readonly description: string | undefined;
  readonly fields: readonly ReferenceField[];
};

type Described = OpenAPI.OperationObject & { "x-audience"?: string[]; "x-refusals"?: string[] };

/** Operations in which every word of `wanted` occurs, by domain; all of them without words. */
export function referenceOf(document: OpenApiDocument, wanted = ""): Reference {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, described]) =>
      toOperation(method, path, described as Described),
    ),
  );
  const found = operations.filter((operation) => words.every((word) => wordsOf(operation).includes(word)));
  const names = [...new Set(found.map(({ name }) => domainOf(name)))];

  return {
    domains: names.map((name) => ({ name, operations: found.filter((one) => domainOf(one.name) === name) })),
    schemas: Object.entries(document.components?.schemas ?? {}).map(([name, schema]) =>
      toSchema(name, schema as JsonSchema),
    ),
  };
}

function domainOf(name: string): string {
  return name.split(".")[0] ?? name;
}

function wordsOf({ name, method, path, summary, description = "", fields }: ReferenceOperation): string {
  const fieldNames = fields.map((field) => field.name).join(" ");
  return `${name} ${method} ${path} ${summary} ${description} ${fieldNames}`.toLowerCase();
}

function toOperation(method: string, path: string, described: Described): ReferenceOperation {
  const parameters = (described.parameters ?? []) as OpenAPI.ParameterObject[];
  const body = (described.requestBody as OpenAPI.RequestBodyObject | undefined)?.content["application/json"];
  const [status = "200", success] = Object.entries(described.responses ?? {})[0] ?? [];
  const answer = (success as OpenAPI.ResponseObject | undefined)?.content?.["application/json"];
  return {
    name: described.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary: described.summary ?? "",
    description: described.description,
    audience: described["x-audience"] ?? [],
    fields: [...parameters.map(toParameter), ...fieldsOf((body?.schema ?? {}) as JsonSchema)],
    requestExample: body && JSON.stringify(body.example, null, 2),
    status,
    responseType: typeText((answer?.schema ?? {}) as JsonSchema),
    responseExample: JSON.stringify(answer?.example, null, 2),
    refusals: described["x-refusals"] ?? [],
  };
}

function toParameter({
  name,
  in: place,
  required,
  schema,
  description,
}: OpenAPI.ParameterObject): ReferenceField {
  const inner = (schema ?? {}) as JsonSchema;
  return toField(name, place as ReferenceField["place"], required ?? false, {
    ...inner,
    ...(description !== undefined && { description }),
  });
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): ReferenceField[] {
  return Object.entries(properties).map(([name, schema]) =>
    toField(name, "body", required.includes(name), schema),
  );
}

function toField(
  name: string,
  place: ReferenceField["place"],
  isRequired: boolean,
  schema: JsonSchema,
): ReferenceField {
  const defaultValue = schema.default === undefined ? undefined : JSON.stringify(schema.default);
  return { name, place, type: typeText(schema), isRequired, description: schema.description, defaultValue };
}

function toSchema(name: string, schema: JsonSchema): ReferenceSchema {
  return { name, type: typeText(schema), description: schema.description, fields: fieldsOf(schema) };
}

/** A type in a few characters: `string (uuid)`, `Client[]`, `"PERSON" | "COMPANY"`. */
function typeText(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return referredName(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return union(branches.map(typeText));
  if (Array.isArray(schema.type)) return union(schema.type);
  if (schema.type === "array") return `${typeText(schema.items ?? {})}[]`;
  if (schema.type === undefined) return "any";
  return schema.format === undefined ? schema.type : `${schema.type} (${schema.format})`;
}

const mostShown = 8;

function union(members: readonly string[]): string {
  return members.length > mostShown ? `${members.slice(0, mostShown).join(" | ")} | …` : members.join(" | ");
}
