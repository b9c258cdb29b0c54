import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicAddress } from "@/lib/core/http/public-address";
import { OutgoingFailed, safeFetch, UnsafeUrl } from "@/lib/core/http/safe-fetch";

let canary: Server;
let outside: Server;
let port: number;
let reached = 0;

/** Another loopback address plays the public internet; 127.0.0.1 is what nobody outside may reach. */
let publicAddress = "127.0.0.2";
const permits = (address: string) => address === publicAddress;
const publicUrl = (path: string) =>
  `http://${publicAddress.includes(":") ? `[${publicAddress}]` : publicAddress}:${port}${path}`;
const to = (...answers: string[][]) => {
  let asked = 0;
  return async () => answers[Math.min(asked++, answers.length - 1)] ?? [];
};

beforeAll(async () => {
  canary = createServer((_request, response) => {
    reached += 1;
    response.end("secret");
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  port = (canary.address() as AddressInfo).port;

  outside = createServer((request, response) => {
    if (request.url === "/redirect") response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    else if (request.url === "/large") response.end(Buffer.alloc(2_000_000));
    else if (request.url === "/slow") response.write("a");
    else response.end(`${request.method} ${request.headers.host} ${request.url}`);
  });
  // Some systems have no second IPv4 loopback address.
  await listen(outside).catch(() => {
    publicAddress = "::1";
    return listen(outside);
  });
});

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, publicAddress, resolve);
  });
}

afterAll(() => {
  outside.closeAllConnections();
  canary.close();
  outside.close();
});

const loopback = [
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "127.255.255.254",
  "0",
  "0.0.0.0",
  "2130706433",
  "0x7f000001",
  "0x7f.1",
  "0177.0.0.1",
  "017700000001",
  "0x7f.0x0.0x0.0x1",
  "127.0.0.1.",
  "[::1]",
  "[::]",
  "[0:0:0:0:0:0:0:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[0:0:0:0:0:ffff:7f00:0001]",
  "[::127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b:1::7f00:1]",
  "[2002:7f00:1::]",
  "[2001:0:7f00:1::]",
  "localhost",
  "LOCALHOST",
  "①②⑦.⓪.⓪.①",
  "127。0。0。1",
];
const elsewhere = [
  "10.0.0.1",
  "10.255.255.255",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.0.1",
  "192.168.255.255",
  "167772161",
  "0xa9fea9fe",
  "2852039166",
  "169.254.169.254",
  "169.254.170.2",
  "[fe80::1]",
  "[fd00:ec2::254]",
  "[fc00::1]",
  "[fec0::1]",
  "[ff02::1]",
  "[::ffff:169.254.169.254]",
  "[::ffff:a9fe:a9fe]",
  "[64:ff9b::a9fe:a9fe]",
  "100.64.0.1",
  "100.100.100.200",
  "168.63.129.16",
  "192.0.0.192",
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "[2001:db8::1]",
  "[100::1]",
  "[5f00::1]",
];
const shapes = [
  "ftp://127.0.0.1/",
  "file:///etc/passwd",
  "gopher://127.0.0.1:6379/_INFO",
  "data:text/plain,x",
  "javascript:alert(1)",
  "unix:/var/run/docker.sock",
  "http://user:password@example.com/",
  "http://example.com@127.0.0.1/",
  "//127.0.0.1/",
  "127.0.0.1",
  "http://",
  "",
  " ",
  "http://[::1",
  "http://127.0.0.1:99999/",
  `http://${"a".repeat(2_001)}/`,
  "ws://127.0.0.1/",
  "HTTP://0x7f.0.0.1/",
];

describe("F-29: no URL that somebody types reaches what is inside", () => {
  test.each([...loopback, ...elsewhere])("http://%s", async (host) => {
    await expect(safeFetch(`http://${host}:${port}/`, { timeoutMs: 3_000 })).rejects.toBeInstanceOf(
      UnsafeUrl,
    );
    expect(reached).toBe(0);
  });

  test.each(shapes)("%s", async (url) => {
    await expect(safeFetch(url)).rejects.toBeInstanceOf(UnsafeUrl);
    expect(reached).toBe(0);
  });

  test("a name that resolves to something inside, alone or among others", async () => {
    for (const answers of [
      ["127.0.0.1"],
      ["127.0.0.2", "127.0.0.1"],
      ["127.0.0.2", "::1"],
      ["not-an-address"],
    ]) {
      const call = safeFetch(`http://rebind.example:${port}/`, { permits, resolve: to(answers) });
      await expect(call).rejects.toBeInstanceOf(UnsafeUrl);
    }
    expect(reached).toBe(0);
  });

  test("a name that answers differently the second time: the checked address is the one that is called", async () => {
    const resolve = to([publicAddress], ["127.0.0.1"]);
    const answer = await safeFetch(`http://rebind.example:${port}/x?y=1`, { permits, resolve });
    expect(answer.body.toString()).toBe(`GET rebind.example:${port} /x?y=1`);
    expect(reached).toBe(0);
  });

  test("a redirect is answered, not followed", async () => {
    const answer = await safeFetch(publicUrl("/redirect"), { permits });
    expect([answer.status, reached]).toEqual([302, 0]);
  });

  test("a Host header given by the caller does not count", async () => {
    const headers = { host: "inside.example" };
    const answer = await safeFetch(publicUrl("/"), { permits, headers });
    expect(answer.body.toString()).toContain(new URL(publicUrl("/")).host);
  });
});

test("an answer that is too large, too slow or missing is a failure of the other side", async () => {
  const call = (path: string, timeoutMs = 5_000) => safeFetch(publicUrl(path), { permits, timeoutMs });
  await expect(call("/large")).rejects.toMatchObject({ details: { reason: "too_large" } });
  await expect(call("/slow", 100)).rejects.toMatchObject({ details: { reason: "timeout" } });
  const hanging = safeFetch("http://slow.example/", { timeoutMs: 100, resolve: () => new Promise(() => {}) });
  await expect(hanging).rejects.toMatchObject({ details: { reason: "timeout" } });
  const nobody = safeFetch("http://nobody.example/", {
    resolve: () => Promise.reject(new Error("ENOTFOUND")),
  });
  await expect(nobody).rejects.toBeInstanceOf(OutgoingFailed);
});

test("public addresses are public", () => {
  for (const address of [
    "8.8.8.8",
    "1.1.1.1",
    "93.184.215.14",
    "2606:4700:4700::1111",
    "2a00:1450:4001:800::200e",
  ]) {
    expect(isPublicAddress(address)).toBe(true);
  }
});
