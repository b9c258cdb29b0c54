import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { afterAll } from "vitest";
import { migrateDurable } from "@/inngest/local/migrate";
import { type LocalServer, type LocalServerOptions, startLocalServer } from "@/inngest/local/start";
import { testDatabase } from "@/tests/support/database";

export const silentLog = { debug() {}, info() {}, warn() {}, error() {} };
const signingKey = `signkey-test-${"0123456789abcdef".repeat(4)}`;
const eventKey = "event-key-of-the-tests";

/** A server that functions run on: the local one, or any that the environment names. */
export type Target = { url: string; signingKey: string; eventKey: string; local?: LocalServer | undefined };

/** The server that the suite runs against: `INNGEST_TEST_URL` with its keys, or a local one on a database of its own. */
export async function target(): Promise<Target> {
  const { INNGEST_TEST_URL: url, INNGEST_TEST_SIGNING_KEY, INNGEST_TEST_EVENT_KEY } = process.env;
  if (url) {
    return {
      url,
      signingKey: INNGEST_TEST_SIGNING_KEY ?? signingKey,
      eventKey: INNGEST_TEST_EVENT_KEY ?? eventKey,
    };
  }
  const databaseUrl = await durableDatabase();
  const local = await startLocalServer(localOptions(databaseUrl));
  afterAll(() => local.stop(0));
  return { url: local.url, signingKey, eventKey, local };
}

/** A database of one's own that holds the durable schemas; its URL as the runtime role. */
export async function durableDatabase(): Promise<string> {
  const database = await testDatabase();
  await migrateDurable(database.ownerUrl);
  return database.durable;
}

export function localOptions(databaseUrl: string): LocalServerOptions {
  return {
    databaseUrl,
    signingKey,
    eventKey,
    port: 0,
    concurrency: 16,
    backoffScale: 0.001,
    callTimeoutMs: 60_000,
    inlineLimitBytes: 512 * 1_024,
    retentionDays: 30,
    log: silentLog,
  };
}

export type App = {
  client: Inngest;
  url: string;
  /** Asks the app to register; the answer's status and message. */
  sync(): Promise<{ status: number; message: string }>;
  send(name: string, data?: Record<string, unknown>, more?: { id?: string }): Promise<string>;
  /** The runs that an event started, once all of them have ended and there are `count`. */
  ended(eventId: string, count?: number): Promise<RunView[]>;
  stop(): Promise<void>;
};

export type RunView = { run_id: string; function_id: string; status: string; output: unknown };

/** A client of an app of its own, so that suites and repetitions do not meet on one server. */
export function newClient({ url, signingKey: key, eventKey: sendKey }: Target): Inngest {
  return new Inngest({
    id: `app-${randomUUID().slice(0, 8)}`,
    baseUrl: url,
    eventKey: sendKey,
    signingKey: key,
    isDev: false,
    logger: silentLog,
  });
}

/** Serves functions over real HTTP with the SDK's own handler, outside dev mode. */
export async function startApp(
  server: Target,
  client: Inngest,
  functions: InngestFunction.Any[],
  port = 0,
): Promise<App> {
  const handler = serve({ client, functions });
  const http = createServer(handler);
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/inngest`;

  const app: App = {
    client,
    url,
    async sync() {
      // A connection kept from before a redeployment may be dead.
      const response = await eventually(() => fetch(url, { method: "PUT" }).catch(() => undefined));
      const { message } = (await response.json()) as { message: string };
      return { status: response.status, message };
    },
    async send(name, data = {}, more = {}) {
      const { ids } = await client.send({ name, data, ...more });
      return ids[0] ?? "";
    },
    async ended(eventId, count = 1) {
      return eventually(async () => {
        const runs = await runsOf(server, eventId);
        const isOver = runs.every(({ status }) => ["Completed", "Failed", "Cancelled"].includes(status));
        return runs.length >= count && isOver ? runs : undefined;
      });
    },
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  afterAll(() => app.stop());
  return app;
}

export async function runsOf(server: Target, eventId: string): Promise<RunView[]> {
  const response = await fetch(`${server.url}/v1/events/${eventId}/runs`, {
    headers: { authorization: `Bearer ${server.signingKey}` },
  });
  return ((await response.json()) as { data: RunView[] }).data;
}

/** Asks again until there is an answer. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  patienceMs = 20_000,
): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > giveUpAt) throw new Error("It did not come to pass in time");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
