import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

/**
 * Headers by which a proxy in front speaks, or by which Next speaks to itself. From anybody else they are lies that have
 * opened doors before (CVE-2025-29927, CVE-2026-27978), so the front server drops them and sets its own.
 */
const internal =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|x-original-.*|x-rewrite-.*|x-middleware-.*|x-matched-path|x-invoke-.*|x-now-.*|x-vercel-.*|x-prerender-.*|x-nextjs-.*|x-next-.*|next-resume|x-panel1-.*)$/;

export type Peer = { address: string; protocol: "http" | "https"; host: string };

/** Whether the peer is a proxy that the operator named (addresses or CIDR ranges). */
export function isTrusted(address: string, trusted: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const peer = ipaddr.process(address);
  return trusted.some((entry) => {
    const range = entry.includes("/") ? entry : `${entry}/${entry.includes(":") ? 128 : 32}`;
    const [network, bits] = ipaddr.parseCIDR(range);
    return network.kind() === peer.kind() && peer.match(network, bits);
  });
}

/** Who calls, as far as it can be believed: from the socket, or from a trusted proxy's headers. */
export function peerOf(request: IncomingMessage, trusted: readonly string[]): Peer {
  const socket = normal(request.socket.remoteAddress ?? "");
  const own: Peer = { address: socket, protocol: "http", host: request.headers.host ?? "" };
  if (!isTrusted(socket, trusted)) return own;

  const hops = lastOf(request.headers["x-forwarded-for"])?.map(normal) ?? [];
  // From the right: the first hop that is no proxy of ours is the caller. What stands left of it anybody can write.
  const caller = hops.reverse().find((hop) => !isTrusted(hop, trusted));
  const protocol = lastOf(request.headers["x-forwarded-proto"])?.at(-1);
  return {
    address: caller && ipaddr.isValid(caller) ? caller : own.address,
    protocol: protocol === "https" ? "https" : "http",
    host: lastOf(request.headers["x-forwarded-host"])?.at(-1) ?? own.host,
  };
}

/** Drops what only we may say and says it anew. Raw headers are rewritten too: Next reads both. */
export function rewriteHeaders(request: IncomingMessage, peer: Peer, requestId: string): void {
  for (const name of Object.keys(request.headers)) if (internal.test(name)) delete request.headers[name];
  Object.assign(request.headers, {
    host: peer.host,
    "x-forwarded-for": peer.address,
    "x-forwarded-host": peer.host,
    "x-forwarded-proto": peer.protocol,
    "x-request-id": requestId,
  });
  request.rawHeaders.length = 0;
  for (const [name, value] of Object.entries(request.headers)) {
    for (const single of [value].flat()) if (single !== undefined) request.rawHeaders.push(name, single);
  }
}

/** A request id from outside is kept where it is harmless, so that a caller finds it in our logs. */
export function isRequestId(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(text);
}

/** A host name or address with an optional port, and nothing else. */
export function isHost(text: string): boolean {
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?){0,20}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i.test(
    text,
  );
}

function lastOf(value: string | string[] | undefined): string[] | undefined {
  return value === undefined
    ? undefined
    : [value]
        .flat()
        .join(",")
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean);
}

/** An IPv4 address that arrived as IPv6-mapped is that IPv4 address. */
function normal(address: string): string {
  const bare = address.replace(/^\[|\]$/g, "").split("%")[0] ?? "";
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : bare;
}
