import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { Engine } from "./model";
import { hashedKey, isSame } from "./protocol/signature";

/** A refusal that the caller of the server's HTTP interface gets as JSON: `{ error, status }`. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export type ApiRequest = { method: string; path: string; message: IncomingMessage };
export type ApiResponse = { status: number; body: unknown };

/** Reads a JSON body of at most `limitBytes`. */
export async function readJson(message: IncomingMessage, limitBytes: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as Readable) {
    length += (chunk as Buffer).length;
    if (length > limitBytes) throw new HttpRefusal(413, `The body is larger than ${limitBytes} bytes`);
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new HttpRefusal(400, "The body is not JSON");
  }
}

/**
 * Refuses callers that do not hold the signing key (or its predecessor). SDKs send the key's hash as bearer token; people's tools may
 * send the key itself.
 */
export function requireSigningKey(engine: Engine, message: IncomingMessage): void {
  const given = /^Bearer (.+)$/i.exec(message.headers.authorization ?? "")?.[1] ?? "";
  const keys = [engine.signingKey, engine.signingKeyFallback].filter((key) => key !== undefined);
  const accepted = keys.flatMap((key) => [key, hashedKey(key)]);
  if (!accepted.some((key) => isSame(given, key))) throw new HttpRefusal(401, "Unauthorized");
}

export function requireEventKey(engine: Engine, given: string): void {
  if (!isSame(given, engine.eventKey)) throw new HttpRefusal(401, "Event key not found");
}
