import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { isHost, isRequestId, peerOf, rewriteHeaders } from "./headers";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void> | void;

export type FrontOptions = {
  bodyLimitBytes: number;
  /** Files are larger than anything else that is sent; they have paths of their own. */
  fileLimitBytes?: number;
  /** Where the installation is reached: the types of problem documents lie below it. */
  baseUrl?: string;
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
  // One more than allowed, so that an excess is seen: Node drops what comes after without a word.
  server.maxHeadersCount = mostHeaders + 1;
  server.on("checkContinue", (request, response) =>
    serve(request, response, options, () => response.writeContinue()),
  );
  server.on("upgrade", (request, socket, head) => upgrade(request, socket, head, options));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable) socket.end(bareAnswer(statusOf[error.code ?? ""] ?? "400 Bad Request"));
  });
  return server;
}

const mostHeaders = 100;

const statusOf: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** For a connection on which no request could be read, or none that we serve. */
function bareAnswer(status: string): string {
  return `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
}

/** `accepted` tells a client that waits with its body to send it. */
function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
  accepted: () => void = () => {},
): void {
  const given = first(request.headers["x-request-id"]);
  const requestId = isRequestId(given) ? given : randomUUID();
  const refuse = (problem: Problem) =>
    refuseRequest(request, response, { ...problem, requestId, baseUrl: options.baseUrl });
  const peer = peerOf(request, options.trustedProxies);
  const limit = bodyLimitOf(request, options);
  const problem = problemOf(request, peer.host, limit);
  if (problem) {
    refuse(problem);
    return;
  }

  accepted();
  rewriteHeaders(request, peer, requestId);
  response.setHeader("X-Request-Id", requestId);
  // An answer that did not wait for the body: what is left of it must not stall the next request of this connection (S-50).
  response.once("finish", () => endSoon(request));
  limitBody(request, limit, () => {
    if (!response.headersSent) return refuse(problems.tooLarge);
    request.socket.destroy();
  });
  Promise.resolve(options.handler(request, response)).catch(() => {
    if (!response.headersSent) return refuse(problems.failed);
    response.destroy();
  });
}

function bodyLimitOf(
  { url }: IncomingMessage,
  { bodyLimitBytes, fileLimitBytes = bodyLimitBytes }: FrontOptions,
): number {
  return url?.startsWith("/api/uploads/") ? Math.max(bodyLimitBytes, fileLimitBytes) : bodyLimitBytes;
}

type Problem = { status: number; code: string; title: string };

const problems = {
  badTarget: { status: 400, code: "http.bad_target", title: "The request target is not a path." },
  badHost: { status: 400, code: "http.bad_host", title: "The Host header is missing or malformed." },
  tooManyHeaders: { status: 431, code: "http.too_many_headers", title: "The request has too many headers." },
  tooLarge: { status: 413, code: "http.body_too_large", title: "The request body is too large." },
  failed: { status: 500, code: "http.failed", title: "The request failed." },
} satisfies Record<string, Problem>;

/** Why a request is not served, judged by its head alone. */
function problemOf(request: IncomingMessage, host: string, bodyLimitBytes: number): Problem | undefined {
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  if (names.length > mostHeaders) return problems.tooManyHeaders;
  // RFC 9112, 3.2: we are an origin server; absolute, authority and asterisk forms are for others (S-47).
  if (!request.url?.startsWith("/")) return problems.badTarget;
  // A second Host header would be ours to ignore and another server's to believe.
  if (names.filter((name) => name === "host").length !== 1 || !isHost(host)) return problems.badHost;
  if (Number(request.headers["content-length"] ?? 0) > bodyLimitBytes) return problems.tooLarge;
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

type Refused = Problem & { requestId: string; baseUrl: string | undefined };

/** A problem document (RFC 9457), and the end of the connection: what is left of the body is never read. */
function refuseRequest(request: IncomingMessage, response: ServerResponse, refused: Refused): void {
  const { status, code, title, requestId, baseUrl = "" } = refused;
  const type = `${baseUrl.replace(/\/$/, "")}/problems/${code}`;
  const body = JSON.stringify({ type, title, status, code, instance: requestId });
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

const lingerMs = 1_000;

/** Ends a connection on which a body is still under way after its answer, unless the rest comes, and is dropped, in a moment. */
function endSoon(request: IncomingMessage): void {
  if (request.complete) return;
  setTimeout(() => request.complete || request.socket.destroy(), lingerMs).unref();
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, options: FrontOptions): void {
  socket.on("error", () => socket.destroy());
  if (options.upgrade && request.url?.startsWith("/_next/")) {
    void options.upgrade(request, socket, head);
    return;
  }
  socket.end(bareAnswer("400 Bad Request"));
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
