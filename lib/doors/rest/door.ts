import "server-only";
import { StandardOpenAPIMatcher } from "@orpc/openapi/standard";
import type { AnyProcedure } from "@orpc/server";
import { Forbidden, InvalidInput, Refusal, Unauthenticated } from "@/lib/core/errors";
import { clientAddress } from "@/lib/core/http/client-address";
import { type Quota, quotaHeaders, takeFromQuota } from "@/lib/core/http/rate-limits";
import { requestIdOf } from "@/lib/core/http/request-id";
import { log } from "@/lib/core/log";
import { observeOperation, observeRequest } from "@/lib/core/metrics";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { type ActorSources, actorFromRequest, productSources } from "@/lib/doors/actor";
import { InvalidCredentials, TooManyRequests } from "@/lib/doors/errors";
import { readInput } from "@/lib/doors/rest/input";
import { HttpProblem, problemOf } from "@/lib/doors/rest/problem";
import {
  callProcedure,
  type Operations,
  operationOf,
  type RestContext,
  restRouter,
} from "@/lib/doors/rest/router";

export const prefix = "/api/v1";
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What is learnt about a request on its way; the answer's headers, the log line and the metrics are made from it. */
type Seen = {
  readonly requestId: string;
  readonly method: string;
  path: string;
  route: string;
  status: number;
  isReplay: boolean;
  operation?: Operation;
  actor?: Actor;
  quota?: Quota;
  code?: string;
};

type Match = {
  procedure: AnyProcedure;
  operation: Operation;
  parameters: Record<string, string>;
};

/**
 * The REST door: one function from Request to Response over a list of operations. Order: route, actor, quota, permission, and
 * only then the body, so that a stranger's body is never read. Every failure is a problem document; nothing is thrown.
 */
export function restDoor(
  registry: Operations,
  sources: ActorSources = productSources,
): (request: Request) => Promise<Response> {
  const matcher = new StandardOpenAPIMatcher();
  matcher.init(restRouter(registry));

  return async (request) => {
    const started = performance.now();
    const seen: Seen = {
      requestId: requestIdOf(request.headers),
      method: request.method,
      path: "",
      route: "unknown",
      status: 500,
      isReplay: false,
    };

    let response: Response;
    try {
      response = await answer(matcher, request, seen, sources);
    } catch (error) {
      response = refuse(error, seen);
    }
    record(seen, (performance.now() - started) / 1000);
    return response;
  };
}

async function answer(
  matcher: StandardOpenAPIMatcher,
  request: Request,
  seen: Seen,
  sources: ActorSources,
): Promise<Response> {
  const { path, search } = targetOf(request.url);
  seen.path = path;
  const match = await findRoute(matcher, request.method, path);
  if (match === "options") return empty(204, seen, { Allow: await allowedMethods(matcher, path) });
  const { operation, parameters } = match;
  seen.operation = operation;
  seen.route = operation.http?.path ?? "unknown";

  const address = clientAddress(request.headers);
  const actor = await authenticate(request, address, seen, sources);
  if (!can(actor, operation)) {
    throw actor.kind === "visitor" ? new Unauthenticated() : new Forbidden(operation.name);
  }

  const idempotencyKey = idempotencyKeyOf(request.headers, operation, actor);
  const input = await readInput(operation, request, search, parameters);
  const context: RestContext = { actor, requestId: seen.requestId, address, idempotencyKey, seen };
  const output = await callProcedure(match.procedure, input, context);

  seen.status = operation.http?.status ?? 200;
  return json(request.method === "HEAD" ? null : JSON.stringify(output), seen, "application/json");
}

/** Path below the prefix, and the query string, of a URL whose host plays no part. */
function targetOf(url: string): { path: string; search: string } {
  const { pathname, search } = new URL(url);
  return { path: pathname.slice(prefix.length) || "/", search };
}

async function findRoute(
  matcher: StandardOpenAPIMatcher,
  method: string,
  path: string,
): Promise<Match | "options"> {
  const wanted = method === "HEAD" ? "GET" : method;
  const found = path.startsWith("/") ? await matcher.match(wanted, path as `/${string}`) : undefined;
  if (found) {
    const { procedure, params: parameters = {} } = found;
    return { procedure, operation: operationOf(procedure), parameters };
  }

  const allowed = await allowedMethods(matcher, path);
  if (allowed === "") throw new HttpProblem(404, "http.no_such_route", "There is nothing at this path.");
  if (method === "OPTIONS") return "options";
  throw new HttpProblem(405, "http.method_not_allowed", `This path answers to ${allowed}.`, {
    Allow: allowed,
  });
}

async function allowedMethods(matcher: StandardOpenAPIMatcher, path: string): Promise<string> {
  const allowed: string[] = [];
  for (const method of methods) {
    if (!(await matcher.match(method, path as `/${string}`))) continue;
    allowed.push(method, ...(method === "GET" ? ["HEAD"] : []));
  }
  return allowed.length > 0 ? [...allowed, "OPTIONS"].join(", ") : "";
}

/** Valid credentials count against their own quota, everything else against the address it comes from. */
async function authenticate(
  request: Request,
  address: string | undefined,
  seen: Seen,
  sources: ActorSources,
): Promise<Actor> {
  let actor: Actor;
  try {
    actor = await actorFromRequest(request, sources);
  } catch (error) {
    if (error instanceof InvalidCredentials) await take(seen, "address", address ?? "unknown");
    throw error;
  }
  seen.actor = actor;

  if (actor.kind === "visitor") await take(seen, "address", address ?? "unknown");
  else await take(seen, "actor", `${actor.kind}:${actor.id}`);
  return actor;
}

async function take(seen: Seen, name: "address" | "actor", subject: string): Promise<void> {
  seen.quota = await takeFromQuota(name, subject);
  if (seen.quota.isExceeded) throw new TooManyRequests(seen.quota.resetSeconds);
}

/** 1 to 255 printable ASCII characters, with changes. Visitors share one identity, so a key of theirs means nothing. */
function idempotencyKeyOf(headers: Headers, operation: Operation, actor: Actor): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null || operation.kind === "query") return undefined;
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) {
    throw new InvalidInput([
      {
        path: "Idempotency-Key",
        code: "invalid_format",
        message: "must have 1 to 255 printable ASCII characters",
      },
    ]);
  }
  return actor.kind === "visitor" ? undefined : key;
}

function refuse(error: unknown, seen: Seen): Response {
  const { document, headers, isForeseen } = problemOf(error, seen.requestId);
  seen.status = document.status;
  seen.code = document.code;
  if (!isForeseen) {
    log.error("a request failed", { requestId: seen.requestId, operation: seen.operation?.name, error });
  } else if (error instanceof Refusal && error.kind === "unavailable") {
    log.warn("a request found the service busy", { requestId: seen.requestId, code: error.code });
  }
  const text = seen.method === "HEAD" ? null : JSON.stringify(document);
  return json(text, seen, "application/problem+json", headers);
}

function json(
  text: string | null,
  seen: Seen,
  contentType: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  return new Response(text, {
    status: seen.status,
    headers: { ...headersFor(seen), "Content-Type": contentType, ...more },
  });
}

function empty(status: number, seen: Seen, more: Record<string, string>): Response {
  seen.status = status;
  return new Response(null, { status, headers: { ...headersFor(seen), ...more } });
}

function headersFor({ requestId, quota, isReplay }: Seen): Record<string, string> {
  return {
    "X-Request-Id": requestId,
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    ...(quota && quotaHeaders(quota)),
    ...(isReplay && { "Idempotent-Replayed": "true" }),
  };
}

function record(seen: Seen, seconds: number): void {
  const { method, route, status, operation, actor, code, requestId, path } = seen;
  observeRequest({ method: knownMethod(method), route, status, seconds });
  if (operation) observeOperation({ operation: operation.name, door: "rest", refusal: code, seconds });
  log.info("request", {
    requestId,
    tenantId: actor?.tenantId,
    actorKind: actor?.kind,
    actorId: actor?.id,
    operation: operation?.name,
    method,
    path: path.slice(0, 200),
    status,
    durationMs: Math.round(seconds * 1e5) / 100,
    code,
  });
}

function knownMethod(method: string): string {
  return [...methods, "HEAD", "OPTIONS"].includes(method) ? method : "other";
}
