import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { Refusal } from "@/lib/core/errors";
import { isPublicAddress } from "@/lib/core/http/public-address";

/** The URL is not one that this installation calls on somebody's behalf. Does not say what was found there. */
export class UnsafeUrl extends Refusal {
  constructor() {
    super("invalid", "core.unsafe_url", "The address must be a public http or https address.");
  }
}

/** The other side could not be reached, took too long, or said too much. */
export class OutgoingFailed extends Refusal {
  constructor(reason: "unreachable" | "timeout" | "too_large") {
    super("upstream", "core.outgoing_failed", "The address did not answer as it should.", { reason });
  }
}

export type OutgoingRequest = {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** From the look-up of the name to the last byte. Default 10 seconds. */
  readonly timeoutMs?: number;
  /** Largest answer. Default 1 MB. */
  readonly limitBytes?: number;
  /** Which addresses may be called; public ones unless said otherwise. */
  readonly permits?: (address: string) => boolean;
  readonly resolve?: (name: string) => Promise<readonly string[]>;
};

export type OutgoingAnswer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
};

/**
 * Calls a URL that somebody typed (F-29). The name is resolved once, every address it has must be permitted, and the
 * connection goes to the very address that was checked, so a name that answers differently the next time changes nothing.
 * Redirects are not followed: their answer is returned. Throws UnsafeUrl before anything is sent, or OutgoingFailed.
 */
export async function safeFetch(address: string, request: OutgoingRequest = {}): Promise<OutgoingAnswer> {
  const url = checkedUrl(address);
  const { timeoutMs = 10_000 } = request;
  const deadline = AbortSignal.timeout(timeoutMs);
  const pinned = await withDeadline(pinnedAddress(url, request), deadline);
  return send(url, pinned, request, deadline);
}

/** A URL parses decimal, octal, hexadecimal and short forms of IPv4 to the plain one. */
function checkedUrl(address: string): URL {
  if (address.length > 2_000 || !URL.canParse(address)) throw new UnsafeUrl();
  const url = new URL(address);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (!isWeb || url.username !== "" || url.password !== "" || url.hostname === "") throw new UnsafeUrl();
  return url;
}

async function pinnedAddress(url: URL, request: OutgoingRequest): Promise<string> {
  const { permits = isPublicAddress, resolve = resolveName } = request;
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(name) ? [name] : await resolve(name).catch(() => []);

  const [first] = addresses;
  if (first === undefined) throw new OutgoingFailed("unreachable");
  if (!addresses.every((one) => isIP(one) !== 0 && permits(one))) throw new UnsafeUrl();
  return first;
}

async function resolveName(name: string): Promise<string[]> {
  return (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);
}

function send(
  url: URL,
  pinned: string,
  request: OutgoingRequest,
  deadline: AbortSignal,
): Promise<OutgoingAnswer> {
  const { method = "GET", headers = {}, body, limitBytes = 1_000_000 } = request;
  const isSecure = url.protocol === "https:";
  const name = url.hostname.replace(/^\[|\]$/g, "");

  return new Promise((resolve, reject) => {
    const fail = () => reject(new OutgoingFailed(deadline.aborted ? "timeout" : "unreachable"));
    const outgoing = (isSecure ? https : http).request(
      {
        host: pinned,
        port: url.port || (isSecure ? 443 : 80),
        path: url.pathname + url.search,
        method,
        headers: { ...headers, host: url.host },
        // The certificate is checked against the name, though the connection goes to the address.
        ...(isSecure && isIP(name) === 0 && { servername: name }),
        // A connection of its own: none that an earlier, differently checked call has left open.
        agent: false,
        signal: deadline,
      },
      (incoming) => {
        collect(incoming, limitBytes).then(
          (content) =>
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: content }),
          (error: unknown) => (error instanceof OutgoingFailed ? reject(error) : fail()),
        );
      },
    );
    outgoing.once("error", fail);
    outgoing.end(body);
  });
}

async function collect(incoming: http.IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    // Leaving the loop destroys the connection.
    if (size > limit) throw new OutgoingFailed("too_large");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function withDeadline<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    deadline.addEventListener("abort", () => reject(new OutgoingFailed("timeout")), { once: true });
    work.then(resolve, reject);
  });
}
