import { isPrototypeKey, MalformedRequest } from "@/lib/core/http/malformed";

export const jsonLimits = { depth: 20, keysOfAnObject: 500, keys: 20_000 } as const;

/**
 * Parses JSON that a stranger wrote. What JSON.parse would lose or let through is looked for in the text itself: a key given
 * twice, a key that reaches a prototype, numbers that a double cannot hold, nesting and key counts beyond `jsonLimits`.
 * Lone surrogates (text that is no Unicode) are refused too. Throws MalformedRequest.
 */
export function parseJson(text: string): unknown {
  scan(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused("malformed_json", "The body is not valid JSON.");
  }
  if (/\\u[dD][89a-fA-F]/.test(text) && !isWellFormed(value)) {
    throw refused("invalid_unicode", "The body holds half of a surrogate pair.");
  }
  return value;
}

/** Walks the tokens once. It need not be a validator: JSON.parse follows. */
function scan(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let keys = 0;
  let at = 0;

  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      const object = open.at(-1);
      if (object !== undefined && nextIsColon(text, end)) {
        keys += 1;
        addKey(object, text.slice(at, end), keys);
      }
      at = end;
    } else if (code === openBrace || code === openBracket) {
      open.push(code === openBrace ? new Set() : undefined);
      if (open.length > jsonLimits.depth)
        throw refused("nested_too_deeply", "The body is nested too deeply.");
      at += 1;
    } else if (code === closeBrace || code === closeBracket) {
      open.pop();
      at += 1;
    } else if (code === minus || (code >= zero && code <= nine)) {
      at = checkNumber(text, at);
    } else {
      at += 1;
    }
  }
}

const [quote, backslash, colon, minus, zero, nine] = [0x22, 0x5c, 0x3a, 0x2d, 0x30, 0x39];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at + 1;
  }
  throw refused("malformed_json", "The body is not valid JSON.");
}

function nextIsColon(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === colon;
}

function addKey(object: Set<string>, literal: string, keys: number): void {
  const key = literal.includes("\\") ? unescaped(literal) : literal.slice(1, -1);
  if (isPrototypeKey(key)) throw refused("forbidden_key", "The body holds a key that is not allowed.");
  if (object.has(key)) throw refused("duplicate_key", "The body holds a key twice in one object.");
  object.add(key);
  if (object.size > jsonLimits.keysOfAnObject || keys > jsonLimits.keys) {
    throw refused("too_many_keys", "The body holds too many keys.");
  }
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    throw refused("malformed_json", "The body is not valid JSON.");
  }
}

function checkNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isNumeric(text.charCodeAt(end))) end += 1;
  // No number that a double can hold exactly is longer than this in any sane spelling.
  const value = end - start > 400 ? Number.POSITIVE_INFINITY : Number(text.slice(start, end));
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw refused("number_out_of_range", "The body holds a number beyond 2^53-1.");
  }
  return end;
}

function isNumeric(code: number): boolean {
  // Digits, + - . e E
  return (
    (code >= zero && code <= nine) ||
    code === 0x2b ||
    code === minus ||
    code === 0x2e ||
    code === 0x65 ||
    code === 0x45
  );
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && isWellFormed(inner));
}

function refused(code: string, message: string): MalformedRequest {
  return new MalformedRequest(400, `http.${code}`, message);
}
