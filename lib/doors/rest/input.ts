import "server-only";
import { config } from "@/lib/core/config/load";
import { type FieldError, InvalidInput } from "@/lib/core/errors";
import { parseJson } from "@/lib/core/http/json-text";
import { MalformedRequest } from "@/lib/core/http/malformed";
import { parseQuery } from "@/lib/core/http/query-text";
import { readText } from "@/lib/core/http/read-body";
import type { Operation } from "@/lib/core/operation/operation";
import { coercerFor } from "@/lib/doors/coerce";

type Parameters = Readonly<Record<string, string>>;

/**
 * The operation's input from path, query string (reads) or JSON body (changes). A parameter of the path may not be given a
 * second time elsewhere, so that no part of a request contradicts another.
 * Throws MalformedRequest or InvalidInput.
 */
export async function readInput(
  operation: Operation,
  request: Request,
  search: string,
  parameters: Parameters,
): Promise<unknown> {
  const isRead = operation.http?.method === "GET";
  if (!isRead && search.length > 1) {
    throw new MalformedRequest(400, "http.unexpected_query", "This operation takes its input from the body.");
  }

  const given = isRead ? parseQuery(search) : await readJsonObject(request);
  refuseRepeated(given, parameters);

  // Numbers in JSON are numbers: only text is coerced, that of the query string and of the path.
  const coerce = coercerFor(operation.input, "query");
  if (isRead) return coerce({ ...given, ...parameters });
  return { ...given, ...(coerce({ ...parameters }) as object) };
}

function refuseRepeated(given: object, parameters: Parameters): void {
  const repeated = Object.keys(parameters).filter((name) => Object.hasOwn(given, name));
  const errors = repeated.map(
    (path): FieldError => ({ path, code: "unknown_key", message: "is given in the path" }),
  );
  if (errors.length > 0) throw new InvalidInput(errors);
}

async function readJsonObject(request: Request): Promise<object> {
  const contentType = request.headers.get("content-type");
  const hasBody = request.body !== null && request.headers.get("content-length") !== "0";
  if (!hasBody) return {};
  if (contentType === null || !isJson(contentType)) {
    throw new MalformedRequest(415, "http.content_type", "Send JSON as application/json.");
  }

  const text = await readText(request, config().BODY_LIMIT_BYTES);
  const value = text === "" ? {} : parseJson(text);
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new InvalidInput([{ path: "", code: "invalid_type", message: "must be an object" }]);
  }
  return value;
}

/** `application/json`, alone or with `charset=utf-8`. */
function isJson(contentType: string): boolean {
  return /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType.slice(0, 100));
}
