import "server-only";
import { type ConditionalSchemaConverter, type OpenAPI, OpenAPIGenerator } from "@orpc/openapi";
import { z } from "zod";
import { absoluteUrl } from "@/lib/core/http/hosts";
import type { Operation } from "@/lib/core/operation/operation";
import { type JsonSchema, resolved, wireSchema } from "@/lib/doors/json-schema";
import {
  headers,
  idempotencyKey,
  problemResponses,
  problemSchema,
  refusals,
  replayHeader,
  responseName,
  usualHeaders,
} from "@/lib/doors/openapi/components";
import { prefix } from "@/lib/doors/rest/door";
import { type Operations, restRouter } from "@/lib/doors/rest/router";

export type OpenApiDocument = OpenAPI.Document;

/**
 * The OpenAPI 3.1 document of the operations that have a route. Schemas are those of the wire, in both directions; named ones
 * become components.
 */
export async function openApiDocument(registry: Operations): Promise<OpenApiDocument> {
  const named: Record<string, JsonSchema> = {};
  const generator = new OpenAPIGenerator({ schemaConverters: [wireConverter(named)] });
  const document = await generator.generate(restRouter(registry), {
    info: {
      title: "Panel1",
      version: "1",
      description:
        "Everything that a hosting company does with Panel1, for machines. Errors are problem documents (RFC 9457); lists are read page by page with `cursor`; changes take an `Idempotency-Key`.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: absoluteUrl(prefix) }],
    security: [{ apiKey: [] }],
    tags: Object.keys(registry).map((name) => ({ name })),
    components: {
      securitySchemes: {
        apiKey: {
          type: "http",
          scheme: "bearer",
          description: "An API key, `p1_…`. Its scopes name operations.",
        },
      },
      headers,
      responses: problemResponses(),
    },
  });

  for (const operation of Object.values(registry).flatMap((members) => Object.values(members))) {
    if (operation.http) complete(pathItem(document, operation.http), operation);
  }
  document.components = { ...document.components, schemas: { Problem: problemSchema, ...sorted(named) } };
  return document;
}

function wireConverter(named: Record<string, JsonSchema>): ConditionalSchemaConverter {
  return {
    condition: (schema) => schema instanceof z.ZodType,
    convert: (schema, { strategy }) => {
      const wire = wireSchema(schema as z.ZodType);
      for (const [name, inner] of Object.entries(wire.named)) addNamed(named, name, inner);
      // Path and query parameters are taken out of an input: it has to be the object itself, not a reference to one.
      const root = strategy === "input" ? resolved(wire.root, wire.named) : wire.root;
      return [true, root as never];
    },
  };
}

/** Two schemas of one name are a mistake that would show one of them in the other's place. */
function addNamed(named: Record<string, JsonSchema>, name: string, schema: JsonSchema): void {
  const known = named[name];
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new TypeError(`two different schemas are named ${name}`);
  }
  named[name] = schema;
}

function pathItem(document: OpenApiDocument, http: NonNullable<Operation["http"]>): OpenAPI.OperationObject {
  const method = http.method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete";
  const found = document.paths?.[http.path]?.[method];
  if (found === undefined) throw new TypeError(`${http.method} ${http.path} is missing from the document`);
  return found;
}

/** Adds what only the operation knows: who may call it, its examples, its refusals, its headers. */
function complete(target: OpenAPI.OperationObject, operation: Operation): void {
  const isCommand = operation.kind === "command";
  const isPublic = operation.audience.includes("visitor");
  const status = String(operation.http?.status ?? 200);

  if (isPublic) target.security = [{}, { apiKey: [] }];
  if (isCommand) target.parameters = [...(target.parameters ?? []), idempotencyKey];
  addExamples(target, operation, status);

  const success = successOf(target, status);
  success.description = operation.summary;
  success.headers = { ...usualHeaders, ...(isCommand && replayHeader) };
  target.responses = {
    [status]: success,
    ...Object.fromEntries(
      Object.keys(refusals).map((code) => [
        code,
        { $ref: `#/components/responses/${responseName(Number(code))}` },
      ]),
    ),
  };
  Object.assign(target, {
    "x-permission": operation.name,
    "x-audience": operation.audience,
    ...(operation.refusals?.length && { "x-refusals": operation.refusals }),
  });
}

function addExamples(target: OpenAPI.OperationObject, operation: Operation, status: string): void {
  const input = operation.example.input as Record<string, unknown>;
  const parameters = (target.parameters ?? []) as OpenAPI.ParameterObject[];
  const elsewhere = new Set(parameters.map(({ name }) => name));
  target.parameters = parameters.map((parameter) => withExample(parameter, input[parameter.name]));

  const body = (target.requestBody as OpenAPI.RequestBodyObject | undefined)?.content["application/json"];
  if (body) body.example = Object.fromEntries(Object.entries(input).filter(([name]) => !elsewhere.has(name)));
  const answer = successOf(target, status).content?.["application/json"];
  if (answer) answer.example = operation.example.output;
}

function successOf(target: OpenAPI.OperationObject, status: string): OpenAPI.ResponseObject {
  const found = target.responses?.[status];
  if (found === undefined || "$ref" in found) throw new TypeError(`${target.operationId} lacks its success`);
  return found;
}

function withExample(parameter: OpenAPI.ParameterObject, example: unknown): OpenAPI.ParameterObject {
  if (parameter.in === "header") return parameter;
  // A parameter that is sent empty is refused like any other wrong value, so the generator's leave for it goes.
  const { allowEmptyValue: _empty, allowReserved: _reserved, required = false, ...rest } = parameter;
  return { ...rest, required, ...(example !== undefined && { example }) };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
