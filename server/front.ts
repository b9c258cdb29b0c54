import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { isHost, isRequestId, peerOf, rewriteHeaders } from "./headers";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void> | void;

export type FrontOptions = {
  bodyLimitBytes: number;
  trustedProxies: readonly string[];
  handler: Handler;
  /** Development only: hot reload speaks WebSocket. */
  upgrade?: UpgradeHandler;
  timeouts?: { headersMs: number; requestMs: number };
};

/**
 * The server in front of Next. It settles before Next sees a request what Next leaves open: how large a body may be and that
 * an abuser's connection is closed, which headers are believed, which targets and upgrades are served at all.
 */
export function createFront(options: FrontOptions): Server {
  const { timeouts = { headersMs: 15_000, requestMs: 60_000 } } = options;
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      connectionsCheckingInterval: Math.min(5_000, timeouts.headersMs),
      keepAliveTimeout: 20_000,
    },
    (request, response) => serve(request, response, options),
  );
  server.maxHeadersCount = 100;
  server.on("upgrade", (request, socket, head) => upgrade(request, socket, head, options));
  server.on("clientError", (_error, socket) => {
    if (socket.writable)
      socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  return server;
}

function serve(request: IncomingMessage, response: ServerResponse, options: FrontOptions): void {
  const requestId = isRequestId(first(request.headers["x-request-id"]))
    ? (first(request.headers["x-request-id"]) as string)
    : randomUUID();
  const refuse = (status: number, code: string, title: string) =>
    refuseRequest(request, response, { status, code, title, requestId });

  // RFC 9112, 3.2: we are an origin server; absolute, authority and asterisk forms are for others (S-47).
  if (!request.url?.startsWith("/")) {
    refuse(400, "http.bad_target", "The request target is not a path.");
    return;
  }
  const peer = peerOf(request, options.trustedProxies);
  if (!isHost(peer.host)) {
    refuse(400, "http.bad_host", "The Host header is missing or malformed.");
    return;
  }
  if (declaredLength(request) > options.bodyLimitBytes) {
    refuse(413, "http.body_too_large", "The request body is too large.");
    return;
  }

  rewriteHeaders(request, peer, requestId);
  response.setHeader("X-Request-Id", requestId);
  limitBody(request, options.bodyLimitBytes, () => {
    if (response.headersSent) request.socket.destroy();
    else refuse(413, "http.body_too_large", "The request body is too large.");
  });
  Promise.resolve(options.handler(request, response)).catch(() => {
    if (response.headersSent) response.destroy();
    else refuse(500, "http.failed", "The request failed.");
  });
}

/** Counts a body of undeclared length as it arrives; what comes after the limit is neither kept nor passed on. */
function limitBody(request: IncomingMessage, limit: number, onExcess: () => void): void {
  const push = request.push.bind(request);
  let received = 0;
  let isExceeded = false;
  request.push = (chunk, encoding) => {
    if (chunk !== null) received += (chunk as Buffer).length;
    if (isExceeded) return false;
    if (received <= limit) return push(chunk, encoding);
    isExceeded = true;
    onExcess();
    return false;
  };
}

type Refused = { status: number; code: string; title: string; requestId: string };

/** A problem document (RFC 9457), and the end of the connection: what is left of the body is never read. */
function refuseRequest(request: IncomingMessage, response: ServerResponse, refused: Refused): void {
  const { status, code, title, requestId } = refused;
  const body = JSON.stringify({ type: `/problems/${code}`, title, status, code, instance: requestId });
  response.writeHead(status, {
    "Content-Type": "application/problem+json",
    "Content-Length": Buffer.byteLength(body),
    "X-Request-Id": requestId,
    "Cache-Control": "private, no-store",
    Connection: "close",
  });
  response.end(body, () => {
    // A moment for the answer to leave before the unread rest of the body makes the kernel reset the connection.
    setTimeout(() => request.socket.destroy(), 100).unref();
  });
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, options: FrontOptions): void {
  socket.on("error", () => socket.destroy());
  if (options.upgrade && request.url?.startsWith("/_next/")) {
    void options.upgrade(request, socket, head);
    return;
  }
  socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}

function declaredLength(request: IncomingMessage): number {
  return Number(request.headers["content-length"] ?? 0);
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
