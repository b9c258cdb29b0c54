import { MalformedRequest } from "@/lib/core/http/malformed";

type Body = { readonly headers: Headers; readonly body: ReadableStream<Uint8Array> | null };

/**
 * The body as text: at most `limit` bytes, valid UTF-8. Reading stops at the limit, whatever the headers claim.
 * Throws MalformedRequest (413 too large, 415 encoded, 400 not UTF-8).
 */
export async function readText(request: Body, limit: number): Promise<string> {
  const encoding = request.headers.get("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity") {
    throw new MalformedRequest(415, "http.content_encoding", "Send the body without a content encoding.");
  }
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  if (request.body === null) return "";

  return decode(await readBytes(request.body, limit));
}

/** The bytes of a body; reading stops at `limit`. Throws MalformedRequest. */
export async function readBytes(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => {});
      throw tooLarge(limit);
    }
    parts.push(value);
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new MalformedRequest(400, "http.invalid_utf8", "The body is not valid UTF-8.");
  }
}

function tooLarge(limit: number): MalformedRequest {
  return new MalformedRequest(413, "http.body_too_large", `The body is larger than ${limit} bytes.`);
}
