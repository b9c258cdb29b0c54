import { MalformedRequest } from "@/lib/core/http/malformed";
import { type Nested, nest } from "@/lib/core/http/nested-names";

/**
 * A query string (with or without `?`) as a nested value of strings. Unlike URLSearchParams it refuses what is no UTF-8
 * instead of replacing it. Throws MalformedRequest.
 */
export function parseQuery(text: string): Nested {
  const pairs = text.replace(/^\?/, "").split("&").filter(Boolean);
  return nest(pairs.map(toEntry));
}

function toEntry(pair: string): [string, string] {
  const equals = pair.indexOf("=");
  const [name, value] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
  return [decode(name), decode(value)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new MalformedRequest(400, "http.invalid_utf8", "The query string is not valid UTF-8.");
  }
}
