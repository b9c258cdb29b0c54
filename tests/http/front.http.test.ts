import { existsSync, readdirSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { sendRaw } from "@/server/testing";
import { app, everything, first, origin, second } from "./support/installation";
import { actions } from "./support/manifests";
import { inParallel, send, valuesOf, wholeOf } from "./support/request";

const host = new URL(origin).host;
const canary = "evil-canary.example";

describe("S-47: targets and upgrades that would lead elsewhere", () => {
  test("no absolute target, upgrade or tunnel connects to another port", async () => {
    let connects = 0;
    const other = createServer((socket) => {
      connects += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    afterAll(() => void other.close());
    const { port } = other.address() as { port: number };
    const [there, upgrade] = [
      `127.0.0.1:${port}`,
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
    ];
    const close = "Connection: close\r\n";

    const heads = [
      `GET http://${there}/ HTTP/1.1\r\nHost: ${host}\r\n${close}`,
      `GET http://${there}/ HTTP/1.1\r\nHost: ${host}\r\n${upgrade}`,
      `GET ws://${there}/ HTTP/1.1\r\nHost: ${host}\r\n${upgrade}`,
      `GET http:/${there}/ HTTP/1.1\r\nHost: ${host}\r\n${upgrade}`,
      `GET //${there}/ HTTP/1.1\r\nHost: ${host}\r\n${upgrade}`,
      `GET //${there}/ HTTP/1.1\r\nHost: ${host}\r\n${close}`,
      `GET /\\${there}/ HTTP/1.1\r\nHost: ${host}\r\n${close}`,
      `GET / HTTP/1.1\r\nHost: ${there}\r\n${upgrade}`,
      `GET / HTTP/1.1\r\nHost: ${there}\r\n${close}`,
      `GET /_next/webpack-hmr HTTP/1.1\r\nHost: ${there}\r\n${upgrade}`,
      `GET /_next/image?url=http://${there}/a.png&w=640&q=75 HTTP/1.1\r\nHost: ${host}\r\n${close}`,
      `GET /_next/image?url=%2F%2F${there}%2Fa.png&w=640&q=75 HTTP/1.1\r\nHost: ${host}\r\n${close}`,
      `CONNECT ${there} HTTP/1.1\r\nHost: ${host}\r\n${close}`,
      `OPTIONS http://${there}/ HTTP/1.1\r\nHost: ${host}\r\n${close}`,
      `POST http://${there}/sign-in HTTP/1.1\r\nHost: ${host}\r\nNext-Action: ${actions()[0]?.id}\r\nContent-Length: 0\r\n${close}`,
      `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: ${there}\r\nOrigin: http://${there}\r\nNext-Action: ${actions()[0]?.id}\r\nContent-Length: 0\r\n${close}`,
      `POST /admin HTTP/1.1\r\nHost: ${there}\r\nOrigin: http://${there}\r\nNext-Action: ${actions()[0]?.id}\r\nContent-Length: 0\r\n${close}`,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Middleware-Rewrite: http://${there}/\r\n${close}`,
    ];
    for (const head of heads) {
      const answer = await sendRaw(app.port, `${head}\r\n`);
      expect(answer.text, head).not.toMatch(/^HTTP\/1\.1 101/);
      expect(answer.headers.location ?? "", head).not.toMatch(/^(?:https?:|[/\\]{2})/);
    }
    expect(connects).toBe(0);
  });

  test("two requests in one, told apart differently by two servers, are refused", async () => {
    const smuggled = [
      `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /admin HTTP/1.1\r\n\r\n`,
      `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
      `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
      `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
      `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Length: +5\r\n\r\nhello`,
      `GET /sign-in HTTP/1.1\nHost: ${host}\n\n`,
    ];
    for (const text of smuggled) {
      const answer = await sendRaw(app.port, text);
      expect(answer.status, text).toBe(400);
      expect(answer.text.match(/HTTP\/1\.1 /g), text).toHaveLength(1);
    }
  });
});

describe("S-48: what a request says of its host never shows in an address that we give", () => {
  const paths = [
    "/",
    "/sign-in",
    "/admin",
    "/admin/clients",
    "/setup/abc",
    "/nowhere",
    "/problems/core.forbidden",
    "/api/v1/clients",
    "/api/v1/nowhere",
    "/api/v1/openapi.json",
    "/api/health/ready",
    "//evil-canary.example/",
    "/sign-in?next=https://evil-canary.example/",
    "/sign-in?next=//evil-canary.example/",
    "/sign-in?next=/%5Cevil-canary.example/",
  ];
  const lies: Record<string, string>[] = [
    { "x-forwarded-host": canary },
    { "x-forwarded-host": `${host}, ${canary}` },
    { "x-forwarded-host": canary, "x-forwarded-proto": "https", "x-forwarded-port": "8443" },
    { forwarded: `host=${canary};proto=https` },
    { "x-host": canary, "x-original-host": canary, "x-forwarded-server": canary },
    { "x-http-host-override": canary, "x-real-host": canary },
    { "x-original-url": `https://${canary}/`, "x-rewrite-url": `https://${canary}/` },
    { origin: `https://${canary}`, referer: `https://${canary}/sign-in` },
    { "x-forwarded-prefix": `//${canary}`, "x-forwarded-path": `//${canary}` },
    { "x-vercel-deployment-url": canary, "x-now-deployment-url": canary },
  ];
  const hosts = [
    canary,
    `${canary}:443`,
    `${host}.${canary}`,
    `${host}@${canary}`,
    `${canary}#${host}`,
    `${canary}/${host}`,
    `${canary}\\${host}`,
    `${host} ${canary}`,
    `${host},${canary}`,
    `[::1]:${app.port}`,
    "169.254.169.254",
    "localhost.:1",
    `LOCALHOST:${app.port}`,
    second.host,
  ];

  test("neither by header nor by Host", async () => {
    const requests = paths.flatMap((path) => [
      ...lies.map((headers) => ({ path, headers })),
      ...hosts.map((name) => ({ path, headers: { host: name } })),
    ]);
    expect(requests.length).toBeGreaterThan(300);
    const answers = await inParallel(requests, 6, (request) => send(request));
    for (const [index, answer] of answers.entries()) {
      const { path, headers } = requests[index] as (typeof requests)[number];
      const about = `${path} ${JSON.stringify(headers)}`;
      expect(answer.headers.location ?? "", about).not.toMatch(/^(?:[/\\]{2}|https?:(?!\/\/localhost))/i);
      // The page of a sign-in form may carry its own address, as a browser shows it; never as one to go to.
      for (const address of absolute(answer.text)) expect(address.host, about).not.toContain("canary");
      expect(answer.status, about).toBeLessThan(500);
    }
  });

  test("signed in or not: all absolute addresses are those of APP_URL", async () => {
    const authorization = `Bearer ${first.apiKey}`;
    for (const given of [{}, { host: second.host }, ...lies]) {
      const document = await send({ path: "/api/v1/openapi.json", headers: given });
      if (document.status === 200) expect(JSON.parse(document.text).servers[0].url).toBe(`${origin}/api/v1`);
      const problem = await send({ path: "/api/v1/clients/x", headers: { authorization, ...given } });
      expect(new URL(JSON.parse(problem.text).type).origin).toBe(origin);
      const page = await send({ path: "/admin/clients", cookie: first.owner.cookie, headers: given });
      for (const address of absolute(page.text)) expect(address.host).not.toContain("canary");
    }
  });

  function absolute(text: string): URL[] {
    const found = text.match(/(?:https?:)?\/\/[a-z0-9.-]{3,}(?::\d+)?(?=[/"'\\<\s])/gi) ?? [];
    return found.map((address) => new URL(address.startsWith("//") ? `http:${address}` : address));
  }
});

test("S-49: the image optimiser is off: nothing is fetched, made or kept", async () => {
  const kept = () => (existsSync(".next/cache/images") ? readdirSync(".next/cache/images").length : 0);
  const before = kept();
  const sources = [
    "/icon.svg",
    "/favicon.ico",
    `${origin}/icon.svg`,
    "https://evil-canary.example/a.png",
    "http://169.254.169.254/",
    "//127.0.0.1/",
    "data:image/svg+xml,<svg/>",
    "file:///etc/passwd",
    "/_next/static/../../package.json",
    "/api/v1/clients",
  ];
  const requests = sources.flatMap((url) =>
    Array.from({ length: 50 }, (_, index) => ({
      path: `/_next/image?url=${encodeURIComponent(url)}&w=${16 + index}&q=${1 + index}`,
    })),
  );
  const answers = await inParallel(requests, 8, (request) => send(request));
  expect(
    [...new Set(answers.map(({ status }) => status))].filter((status) => ![400, 404].includes(status)),
  ).toEqual([]);
  expect(kept()).toBe(before);
});

describe("S-50: bodies that are too large, and those that never come", () => {
  const [action] = actions();
  const targets = [
    { path: "/sign-in", headers: { "content-type": "application/x-www-form-urlencoded" } },
    {
      path: "/sign-in",
      headers: { "content-type": "multipart/form-data; boundary=x", "next-action": action?.id ?? "" },
    },
    {
      path: "/api/v1/clients",
      headers: { "content-type": "application/json", authorization: `Bearer ${first.apiKey}` },
    },
    {
      path: "/admin/clients/new",
      headers: { "content-type": "multipart/form-data; boundary=x", cookie: first.owner.cookie, origin },
    },
    { path: "/api/health/live", headers: {} },
    { path: "/nowhere", headers: {} },
  ];
  const head = ({ path, headers }: (typeof targets)[number], length: string) =>
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("")}${length}\r\n\r\n`;

  test.each(targets)(
    "POST $path: declared, refused before it is read, and the connection ends",
    async (target) => {
      const answer = await sendRaw(
        app.port,
        `${head(target, "Content-Length: 1200000")}${"x".repeat(2_000)}`,
      );
      expect(answer.status).toBe(413);
      expect(answer.headers.connection).toBe("close");
      expect((await send({ path: "/api/health/live" })).status).toBe(200);
    },
  );

  test.each(targets)("POST $path: in chunks, cut off at the limit", async (target) => {
    const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const endless = function* () {
      yield head(target, "Transfer-Encoding: chunked");
      for (let sent = 0; sent < 400; sent += 1) yield chunk;
    };
    const answer = await sendRaw(app.port, endless());
    // Refused for its size, or for another reason before that; a client that goes on sending may find the reset first (0).
    expect(answer.status === 0 || answer.status >= 400, String(answer.status)).toBe(true);
    expect(answer.text.match(/HTTP\/1\.1 2/g)).toBeNull();
    expect((await send({ path: "/api/health/live" })).status).toBe(200);
  });

  test("500 calls of actions that never finish leave other pages answering", async () => {
    const before = await everything();
    const sockets: Socket[] = [];
    const id = action?.id ?? "";
    for (let index = 0; index < 500; index += 1) {
      const socket = connect(app.port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(
        `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nNext-Action: ${id}\r\n` +
          "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n" +
          '--x\r\nContent-Disposition: form-data; name="_1_email"\r\n\r\nada',
      );
      sockets.push(socket);
    }
    try {
      for (const path of ["/sign-in", "/api/health/live", "/api/v1/openapi.json"]) {
        expect((await send({ path, signal: AbortSignal.timeout(10_000) })).status).toBe(200);
      }
      const page = await send({
        path: "/admin/clients",
        cookie: first.owner.cookie,
        signal: AbortSignal.timeout(10_000),
      });
      expect(page.status).toBe(200);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
    expect((await send({ path: "/sign-in" })).status).toBe(200);
    expect(await everything()).toBe(before);
  });
});

test("the front speaks for itself alone: no header tells what runs behind it", async () => {
  for (const path of ["/sign-in", "/admin", "/api/v1/clients", "/nowhere"]) {
    const answer = await send({ path });
    expect(valuesOf(answer, "x-powered-by")).toEqual([]);
    expect(valuesOf(answer, "server")).toEqual([]);
    expect(wholeOf(answer)).not.toMatch(/x-middleware-(?!prefetch)/i);
  }
});
