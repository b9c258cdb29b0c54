import type { IncomingHttpHeaders, IncomingMessage, Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createFront, type FrontOptions } from "./front";
import { listen, sendRaw } from "./testing";

const bodyLimitBytes = 10_000;
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A front before a handler that answers with what it was given. */
async function aFront(options: Partial<FrontOptions> = {}) {
  const seen: IncomingHttpHeaders[] = [];
  const server = createFront({
    bodyLimitBytes,
    trustedProxies: [],
    handler: async (request, response) => {
      seen.push({ ...request.headers });
      const size = await sizeOf(request);
      response.end(
        JSON.stringify({ url: request.url, size, headers: request.headers, raw: request.rawHeaders }),
      );
    },
    ...options,
  });
  open.push(server);
  const port = await listen(server);
  return { port, seen, url: `http://127.0.0.1:${port}` };
}

async function sizeOf(request: IncomingMessage): Promise<number> {
  let size = 0;
  for await (const chunk of request) size += chunk.length;
  return size;
}

const head = (line: string, ...headers: string[]) =>
  `${[line, "Host: panel.example", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`;

describe("S-50: a body that is not sent as usual", () => {
  test("up to the limit passes, declared or in chunks", async () => {
    const { url } = await aFront();
    const declared = await fetch(url, { method: "POST", body: "x".repeat(bodyLimitBytes) });
    expect(await declared.json()).toMatchObject({ size: bodyLimitBytes });

    const body = new Blob(["x".repeat(bodyLimitBytes)]).stream();
    const chunked = await fetch(url, { method: "POST", body, duplex: "half" } as RequestInit);
    expect(await chunked.json()).toMatchObject({ size: bodyLimitBytes });
  });

  test("a client that waits to be told to go on is refused instead", async () => {
    const { port } = await aFront();
    const answer = await sendRaw(
      port,
      head("POST /x HTTP/1.1", "Content-Length: 10001", "Expect: 100-continue"),
    );
    expect(answer.text).not.toContain("100 Continue");
    expect(answer.status).toBe(413);
  });

  test("in chunks is cut off where it passes the limit, and the connection closes", async () => {
    const { port } = await aFront();
    const chunk = `3e8\r\n${"x".repeat(1_000)}\r\n`;
    const endless = function* () {
      yield head("POST /x HTTP/1.1", "Transfer-Encoding: chunked").replace("close", "keep-alive");
      for (let sent = 0; sent < 10_000; sent += 1) yield chunk;
    };
    const answer = await sendRaw(port, endless());
    expect(answer.status).toBe(413);
    expect(answer.headers.connection).toBe("close");
  });
});

describe("S-50: what holds a connection open", () => {
  test("headers that never end are cut off", async () => {
    const { port } = await aFront({ timeouts: { headersMs: 200, requestMs: 400 } });
    expect((await sendRaw(port, "GET / HTTP/1.1\r\nHost: panel.example\r\nX-Slow: ")).status).toBe(408);
  });

  test("a body that never ends is cut off", async () => {
    const { port } = await aFront({ timeouts: { headersMs: 200, requestMs: 400 } });
    const answer = await sendRaw(port, `${head("POST / HTTP/1.1", "Content-Length: 100")}only this`);
    expect(answer.status).toBe(408);
  });

  test("headers too large or too many are refused", async () => {
    const { port, seen } = await aFront();
    expect((await sendRaw(port, head("GET / HTTP/1.1", `X-Long: ${"x".repeat(20_000)}`))).status).toBe(431);
    const many = Array.from({ length: 120 }, (_, index) => `X-${index}: 1`);
    expect((await sendRaw(port, head("GET / HTTP/1.1", ...many))).status).toBe(431);
    expect(seen).toEqual([]);
  });
});

describe("S-47: targets and upgrades that would lead elsewhere", () => {
  test("hot reload is upgraded in development, and nothing else", async () => {
    const upgraded: string[] = [];
    const { port } = await aFront({
      upgrade: (request, socket) => {
        upgraded.push(request.url ?? "");
        socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n");
      },
    });
    const ask = (target: string) =>
      sendRaw(
        port,
        head(`GET ${target} HTTP/1.1`, "Upgrade: websocket").replace(
          "Connection: close",
          "Connection: Upgrade",
        ),
      );
    expect((await ask("/_next/webpack-hmr?id=1")).status).toBe(101);
    expect((await ask("http://127.0.0.1:1/_next/webpack-hmr")).status).toBe(400);
    expect((await ask("/api/v1/clients")).status).toBe(400);
    expect(upgraded).toEqual(["/_next/webpack-hmr?id=1"]);
  });
});

describe("S-44, S-48: the host that a request was sent to", () => {
  test("a Host header that is no host, or is there twice, is refused", async () => {
    const { port, seen } = await aFront();
    for (const host of [
      "",
      "a b",
      "panel.example/path",
      "user@panel.example",
      "panel.example:99999999",
      "a\tb",
      "<x>",
    ]) {
      expect(
        (await sendRaw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).status,
      ).toBe(400);
    }
    expect((await sendRaw(port, head("GET / HTTP/1.1", "Host: evil.example"))).status).toBe(400);
    expect((await sendRaw(port, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).status).toBe(400);
    expect(seen).toEqual([]);
  });
});

describe("S-41: headers by which proxies and the framework speak", () => {
  const lies = {
    "x-forwarded-for": "203.0.113.7",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "for=203.0.113.7;host=evil.example",
    "x-real-ip": "203.0.113.7",
    "x-middleware-subrequest": "middleware:middleware:middleware",
    "x-middleware-next": "1",
    "x-matched-path": "/admin",
    "x-invoke-path": "/admin",
    "x-nextjs-data": "1",
    "x-vercel-ip-country": "DE",
    "next-resume": "1",
  };

  test("are dropped when a stranger sends them, and said anew", async () => {
    const { url } = await aFront();
    const { headers, raw } = await (
      await fetch(url, { headers: { ...lies, rsc: "1", "next-action": "abc" } })
    ).json();
    expect(headers).toMatchObject({
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "http",
      rsc: "1",
      "next-action": "abc",
    });
    expect(headers["x-forwarded-host"]).toBe(new URL(url).host);
    const kept = Object.keys(lies).filter((name) => name in headers && !name.startsWith("x-forwarded-"));
    expect(kept).toEqual([]);
    expect(JSON.stringify(raw)).not.toMatch(/evil|203\.0\.113|middleware/);
  });
});
