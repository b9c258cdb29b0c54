import { once } from "node:events";
import type { IncomingHttpHeaders, Server } from "node:http";
import http from "node:http";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createFront, type FrontOptions } from "./front";

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** What stands behind the front says what it was given. */
async function front(options: Partial<FrontOptions> = {}): Promise<number> {
  const server = createFront({
    bodyLimitBytes: 1_000,
    trustedProxies: [],
    handler: async (request, response) => {
      let length = 0;
      for await (const chunk of request) length += chunk.length;
      response.end(
        JSON.stringify({ url: request.url, headers: request.headers, raw: request.rawHeaders, length }),
      );
    },
    ...options,
  });
  opened.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function send(port: number, options: http.RequestOptions = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { port, host: "127.0.0.1", path: "/", agent: false, ...options },
      (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** Sends bytes as they are and returns all that comes back until the server closes. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket: Socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("close", () => resolve(received));
    socket.on("error", () => resolve(received));
  });
}

describe("S-50: a body over the limit", () => {
  test("is refused by its declared length, before it is read, and the connection ends", async () => {
    const port = await front();
    const answer = await raw(port, "POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 5000000\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/Connection: close/i);
    expect(answer).toMatch(/application\/problem\+json/);
  });

  test("is refused while it streams when it declares no length", async () => {
    const port = await front();
    const answer = await send(
      port,
      { method: "POST", headers: { "Transfer-Encoding": "chunked" } },
      Buffer.alloc(50_000, "a"),
    ).catch(() => undefined);
    // The refusal, or the reset that follows it while the client still sends.
    if (answer) expect(answer.status).toBe(413);
    expect((await send(port)).status).toBe(200);
  });

  test("at the limit passes, one byte more does not", async () => {
    const port = await front();
    const exact = await send(port, { method: "POST" }, "a".repeat(1_000));
    expect(JSON.parse(exact.body).length).toBe(1_000);
    expect((await send(port, { method: "POST" }, "a".repeat(1_001))).status).toBe(413);
  });

  test("an abuser's connection is closed, and the next request on another is served at once", async () => {
    const port = await front();
    await Promise.all(
      Array.from({ length: 50 }, () =>
        raw(port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\nabc"),
      ),
    );
    expect((await send(port)).status).toBe(200);
  });
});

describe("S-41, S-44, S-48: headers that only a proxy or Next itself may send", () => {
  const lies = {
    "x-middleware-subrequest": "middleware:middleware:middleware",
    "x-middleware-prefetch": "1",
    "x-matched-path": "/admin",
    "x-invoke-path": "/admin",
    "x-invoke-status": "200",
    "x-nextjs-data": "1",
    "x-nextjs-rewrite": "/admin",
    "x-prerender-revalidate": "1",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "10.0.0.1",
    "x-forwarded-port": "1",
    "x-real-ip": "10.0.0.1",
    "x-original-url": "/admin",
    "x-rewrite-url": "/admin",
    "x-vercel-id": "x",
    forwarded: "host=evil.example",
  };

  test("from anybody are dropped, and ours are set instead", async () => {
    const port = await front();
    const { body } = await send(port, { headers: { ...lies, host: "panel.example" } });
    const { headers, raw: rawHeaders } = JSON.parse(body);
    expect(headers).toMatchObject({
      host: "panel.example",
      "x-forwarded-host": "panel.example",
      "x-forwarded-proto": "http",
      "x-forwarded-for": "127.0.0.1",
    });
    const text = JSON.stringify([headers, rawHeaders]);
    for (const lie of ["evil.example", "10.0.0.1", "middleware", "/admin"]) expect(text).not.toContain(lie);
  });

  test("from a named proxy are believed, from the right hop", async () => {
    const port = await front({ trustedProxies: ["127.0.0.0/8", "192.0.2.7"] });
    const headers = {
      "x-forwarded-for": "10.9.9.9, 203.0.113.5, 192.0.2.7",
      "x-forwarded-host": "shop.example",
      "x-forwarded-proto": "https",
      "x-middleware-subrequest": "x",
    };
    const seen = JSON.parse((await send(port, { headers })).body).headers;
    expect(seen).toMatchObject({
      "x-forwarded-for": "203.0.113.5",
      "x-forwarded-host": "shop.example",
      "x-forwarded-proto": "https",
      host: "shop.example",
    });
    expect(seen).not.toHaveProperty("x-middleware-subrequest");
  });

  test("a request id is kept when it is harmless and made anew when it is not", async () => {
    const port = await front();
    const kept = await send(port, { headers: { "x-request-id": "order-2026-0001" } });
    expect(kept.headers["x-request-id"]).toBe("order-2026-0001");
    for (const hostile of ["a", "a b c d e f g h", "<script>alert(1)</script>", "a".repeat(65)]) {
      const { headers } = await send(port, { headers: { "x-request-id": hostile } });
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("S-47: targets and upgrades that an origin server does not serve", () => {
  async function canary(): Promise<{ port: number; connects: () => number; close: () => void }> {
    let count = 0;
    const server = createServer((socket) => {
      count += 1;
      socket.destroy();
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return {
      port: (server.address() as AddressInfo).port,
      connects: () => count,
      close: () => server.close(),
    };
  }

  test("an absolute target reaches nobody, with or without an upgrade", async () => {
    const port = await front();
    const other = await canary();
    const target = `http://127.0.0.1:${other.port}/`;
    for (const request of [
      `GET ${target} HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n`,
      `GET ${target} HTTP/1.1\r\nHost: a.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `GET /x HTTP/1.1\r\nHost: 127.0.0.1:${other.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `CONNECT 127.0.0.1:${other.port} HTTP/1.1\r\nHost: a.example\r\n\r\n`,
      "OPTIONS * HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
    ]) {
      expect(await raw(port, request), request).not.toMatch(/^HTTP\/1\.1 (2|101)/);
    }
    expect(other.connects()).toBe(0);
    other.close();
  });

  test("a malformed Host is refused", async () => {
    const port = await front();
    for (const host of ["a b", "a/b", "a@b", "a..b", "<script>", "a:99999999", "-a", ""]) {
      const answer = await raw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(answer, host).toMatch(/^HTTP\/1\.1 400/);
    }
    for (const host of ["panel.example", "localhost:3000", "[::1]:3000", "127.0.0.1"]) {
      expect((await send(port, { headers: { host } })).status, host).toBe(200);
    }
  });

  test("two lengths, a length beside chunks, or broken chunks are refused (request smuggling)", async () => {
    const port = await front();
    for (const head of [
      "Content-Length: 5\r\nContent-Length: 6",
      "Content-Length: 5\r\nTransfer-Encoding: chunked",
      "Transfer-Encoding: chunked, identity",
      "Content-Length: -1",
      "Content-Length: 1e3",
    ]) {
      const answer = await raw(
        port,
        `POST / HTTP/1.1\r\nHost: a.example\r\n${head}\r\nConnection: close\r\n\r\n0\r\n\r\n`,
      );
      expect(answer, head).toMatch(/^HTTP\/1\.1 400/);
    }
  });
});

test("too many or too large headers are refused, and a slow one is cut off", async () => {
  const port = await front({ timeouts: { headersMs: 300, requestMs: 600 } });
  const large = await raw(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`);
  expect(large).toMatch(/^HTTP\/1\.1 (400|431)/);
  // Slow-loris: never finishes its headers.
  expect(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\nX: ")).not.toMatch(/200/);
});

test("a handler that fails is answered plainly", async () => {
  const port = await front({ handler: () => Promise.reject(new Error("secret detail")) });
  const { status, body } = await send(port);
  expect(status).toBe(500);
  expect(body).not.toContain("secret");
});
