import "server-only";
import type { OpenAPI } from "@orpc/openapi";
import { titles } from "@/lib/doors/rest/problem";

/** Statuses of refusals that any operation may answer with, and when. */
export const refusals: Readonly<Record<number, string>> = {
  400: "The request or its input is not valid; `errors` names the fields.",
  401: "No valid API key was sent.",
  403: "The key's scopes do not allow this operation (`details.permission` names it).",
  404: "There is no such record.",
  409: "The record's state does not allow this, someone else changed it, or the idempotency key belongs to another request.",
  413: "The body is larger than the installation reads.",
  415: "The body is not `application/json`.",
  429: "Too many requests; `Retry-After` says when to come back.",
  500: "Something went wrong here. Quote the request id when you ask for help.",
  503: "The service is busy and did nothing; `Retry-After` says when to try again.",
};

const integer = (description: string): OpenAPI.HeaderObject => ({ description, schema: { type: "integer" } });
const text = (description: string): OpenAPI.HeaderObject => ({ description, schema: { type: "string" } });

export const headers = {
  RequestId: text(
    "Id of the request, in logs and audit entries too. Send one of your own (8 to 64 of A-Z a-z 0-9 . _ -) to follow it.",
  ),
  RateLimitPolicy: text('Quota and window in seconds, for instance `"actor";q=600;w=60`.'),
  RateLimit: text('What is left and the seconds until it is whole again, for instance `"actor";r=599;t=60`.'),
  RetryAfter: integer("Seconds to wait."),
  IdempotentReplayed: text("`true` when an earlier request with this idempotency key gave the answer."),
} satisfies Record<string, OpenAPI.HeaderObject>;

const header = (name: keyof typeof headers): OpenAPI.ReferenceObject => ({
  $ref: `#/components/headers/${name}`,
});

export const usualHeaders = {
  "X-Request-Id": header("RequestId"),
  "RateLimit-Policy": header("RateLimitPolicy"),
  RateLimit: header("RateLimit"),
};

export const replayHeader = { "Idempotent-Replayed": header("IdempotentReplayed") };

export const idempotencyKey: OpenAPI.ParameterObject = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Makes a repeat harmless: the same request with the same key gets the stored answer for 24 hours, another request with it is refused.",
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[\\x20-\\x7e]+$" },
  example: "order-2026-0001",
};

export const problemSchema: OpenAPI.SchemaObject = {
  type: "object",
  description: "A failed answer (RFC 9457).",
  properties: {
    type: {
      type: "string",
      format: "uri",
      description: "Names the kind of problem; where the API reference explains it.",
    },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "What happened, for people." },
    instance: { type: "string", description: "Id of the request." },
    code: { type: "string", description: "Stable code, for programs." },
    errors: {
      type: "array",
      description: "Which fields were refused, and why.",
      items: {
        type: "object",
        properties: {
          path: { type: "string", description: "Dotted path in the input." },
          code: { type: "string" },
          message: { type: "string" },
        },
        required: ["path", "code", "message"],
      },
    },
    details: {
      type: "object",
      additionalProperties: { type: ["string", "number", "boolean", "null"] },
    },
  },
  required: ["type", "title", "status", "detail", "instance", "code"],
};

/** The refusals as named responses, so that each is described once. */
export function problemResponses(): Record<string, OpenAPI.ResponseObject> {
  return Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [
      responseName(Number(status)),
      {
        description,
        headers: {
          ...usualHeaders,
          ...(["429", "503"].includes(status) && { "Retry-After": header("RetryAfter") }),
        },
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

/** `Bad request` as `BadRequest`. */
export function responseName(status: number): string {
  const words = (titles[status] ?? `Status${status}`).split(" ");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
