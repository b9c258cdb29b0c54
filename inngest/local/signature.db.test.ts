import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canonicalJson, hashedKey, sign } from "@/inngest/local/protocol/signature";
import { syncApp } from "@/inngest/local/sync-app";
import { newClient, silentLog, startApp, target } from "@/tests/contracts/inngest/support";

const server = await target();
let steps = 0;
let url = "";

beforeAll(async () => {
  const client = newClient(server);
  const fn = client.createFunction({ id: "guarded", triggers: { event: "guarded/asked" } }, ({ step }) =>
    step.run("effect", () => {
      steps += 1;
    }),
  );
  const handler = serve({ client, functions: [fn], enableUnauthedSync: false });
  const http = createServer(handler);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/inngest?fnId=${client.id}-guarded&stepId=step`;
  afterAll(() => {
    http.close();
    http.closeAllConnections();
  });
});

const body = canonicalJson({
  ctx: { run_id: "r", attempt: 0, stack: { stack: [], current: 0 } },
  event: { name: "guarded/asked", data: {}, id: "e", ts: 1 },
  events: [],
  steps: {},
  version: -1,
});

function call(method: string, signature?: string, sent: string | undefined = body): Promise<Response> {
  return fetch(url, {
    method,
    ...(method === "POST" && { body: sent }),
    headers: {
      "content-type": "application/json",
      ...(signature !== undefined && { "x-inngest-signature": signature }),
    },
  });
}

test("S-60: without a signature nothing runs and nothing is registered", async () => {
  for (const method of ["POST", "PUT", "GET"]) expect((await call(method)).status).toBe(401);

  expect(steps).toBe(0);
});

test("S-60: a signature with another key, for another body, of another time, or no signature at all is refused", async () => {
  const now = Date.now();
  const stale = [-301_000, -86_400_000, 301_000].map((shift) =>
    sign(body, server.signingKey, new Date(now + shift)),
  );
  const wrong = [
    ...stale,
    sign(body, `signkey-test-${"cd".repeat(32)}`, new Date()),
    sign(`${body} `, server.signingKey, new Date()),
    "t=&s=",
    "nonsense",
    `t=NaN&s=${"0".repeat(64)}`,
  ];

  for (const signature of wrong) expect((await call("POST", signature)).status).toBe(401);

  expect(steps).toBe(0);
});

test("S-60: the same call with the right signature runs the step", async () => {
  const response = await call("POST", sign(body, server.signingKey, new Date()));

  expect(response.status).toBe(206);
  expect(steps).toBe(1);
});

test("S-60: the server's own request to register is signed, and the app then registers", async () => {
  const ending = new AbortController();
  const serveUrl = url.split("?")[0] ?? "";
  await syncApp({ serveUrl, signingKey: server.signingKey, log: silentLog, signal: ending.signal });

  const rows = await server.local?.engine.pool.query(
    "select id from durable.functions where id like '%-guarded'",
  );
  expect(rows?.rowCount).toBe(1);
});

test("S-60: outside dev mode an app without a signing key answers 500 and runs nothing", async () => {
  const client = new Inngest({ id: "keyless", isDev: false, baseUrl: server.url, logger: silentLog });
  let runs = 0;
  const fn = client.createFunction({ id: "keyless", triggers: { event: "keyless/asked" } }, () => {
    runs += 1;
  });
  const app = await startApp(server, client, [fn]);

  const response = await fetch(`${app.url}?fnId=keyless-keyless&stepId=step`, { method: "POST", body });

  expect(response.status).toBe(500);
  expect(runs).toBe(0);
});

test("S-60: the server's own interface refuses callers without its keys", async () => {
  const runId = "01a1fd9a-d65e-72a7-b0ae-1b182b7be523";
  const paths: [string, string][] = [
    ["POST", "/fn/register"],
    ["GET", `/v0/runs/${runId}/actions`],
    ["GET", `/v0/runs/${runId}/batch`],
    ["GET", `/v1/runs/${runId}`],
    ["DELETE", `/v1/runs/${runId}`],
    ["GET", `/v1/events/${runId}/runs`],
    ["POST", "/e/guessed"],
  ];
  for (const [method, path] of paths) {
    for (const authorization of [undefined, "Bearer ", "Bearer guessed", `Bearer ${hashedKey("guessed")}`]) {
      const response = await fetch(server.url + path, {
        method,
        headers: authorization ? { authorization } : {},
      });
      expect([method, path, response.status]).toEqual([method, path, 401]);
    }
  }
});
