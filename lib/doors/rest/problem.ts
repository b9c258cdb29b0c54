import "server-only";
import { type FieldError, Refusal, type RefusalKind } from "@/lib/core/errors";
import { absoluteUrl } from "@/lib/core/http/hosts";
import { MalformedRequest } from "@/lib/core/http/malformed";

/** A failed answer of the REST door, as RFC 9457 has it, with our code and field errors. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The request's id: quote it when asking for help. */
  instance: string;
  code: string;
  errors?: readonly FieldError[];
  details?: Record<string, string | number | boolean | null>;
};

/** What can be wrong with a request before it reaches an operation, beside MalformedRequest. */
export class HttpProblem extends Error {
  override name = "HttpProblem";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly fields: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

export type Problem = {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
  /** False for what nobody foresaw: to be logged whole. */
  readonly isForeseen: boolean;
};

const statusOfKind: Record<RefusalKind, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  precondition: 412,
  limit: 429,
  unavailable: 503,
  upstream: 502,
};

const statusOfCode: Readonly<Record<string, number>> = { "core.unknown_host": 421 };

export const titles: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not authenticated",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  412: "Precondition failed",
  413: "Body too large",
  415: "Unsupported media type",
  421: "Misdirected request",
  429: "Too many requests",
  500: "Internal error",
  502: "Upstream failed",
  503: "Unavailable",
};

/** Translates whatever was thrown, once. What is not a refusal says nothing about itself but the request's id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof Refusal) {
    const status = statusOfCode[error.code] ?? statusOfKind[error.kind];
    const { code, message, fields, details } = error;
    return foreseen({ status, code, message, fields, details }, headersOf(status, error), requestId);
  }
  if (error instanceof MalformedRequest) {
    // The rest of an oversized body is not read: the connection cannot be used again.
    const headers: Record<string, string> = error.status === 413 ? { Connection: "close" } : {};
    return foreseen(error, headers, requestId);
  }
  if (error instanceof HttpProblem) return foreseen(error, error.headers, requestId);

  const message = "Something went wrong here. Quote the request id when you ask for help.";
  return {
    document: documentOf({ status: 500, code: "core.internal_error", message }, requestId),
    headers: {},
    isForeseen: false,
  };
}

type Known = {
  status: number;
  code: string;
  message: string;
  fields?: readonly FieldError[];
  details?: ProblemDocument["details"];
};

function foreseen(known: Known, headers: Problem["headers"], requestId: string): Problem {
  return { document: documentOf(known, requestId), headers, isForeseen: true };
}

function documentOf({ status, code, message, fields, details }: Known, requestId: string): ProblemDocument {
  return {
    type: absoluteUrl(`/problems/${code}`),
    title: titles[status] ?? "Failed",
    status,
    detail: message,
    instance: requestId,
    code,
    ...(fields?.length && { errors: fields }),
    ...(details && Object.keys(details).length > 0 && { details }),
  };
}

function headersOf(status: number, refusal: Refusal): Record<string, string> {
  const wait = refusal.details.retryAfterSeconds;
  if (status === 401) return { "WWW-Authenticate": 'Bearer realm="panel1"' };
  if (status === 429) return { "Retry-After": String(typeof wait === "number" ? wait : 60) };
  return status === 503 ? { "Retry-After": String(typeof wait === "number" ? wait : 1) } : {};
}
