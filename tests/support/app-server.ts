import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { issueSetupLink } from "@/lib/tenants/setup-link";
import { migrate } from "@/scripts/db/migrate";
import { ensureDatabase, startPostgres } from "@/scripts/db/postgres";
import { freePort } from "@/scripts/system/ports";

type Environment = Record<string, string>;

export type RunningApp = {
  /** Where the product answers: an http URL without a slash at its end. */
  url: string;
  /** Its database, as the owner of the schema: for looking behind the curtain. */
  ownerUrl: string;
  /** The whole environment that it runs with, secrets included. */
  environment: Environment;
  /** A one-time link to set up owner and company; undefined when a company exists. */
  setupUrl: string | undefined;
  /** Process id of the web server. */
  pid: number;
  /** What the servers have printed so far. */
  output(): string;
  stop(): Promise<void>;
};

type Options = {
  env?: Environment;
  /** What people's browsers would call it, where a proxy in front takes their calls: it is still called under `url`. */
  publicUrl?: string;
  /** Clone this migrated database instead of starting a PostgreSQL of one's own. */
  templateUrl?: string;
  /** Serve this database, which the caller keeps. */
  databaseUrl?: string;
  /** The processor core that the web server is bound to, where the system can do that. */
  core?: number;
  /** Whether the local durable-work server runs beside it. */
  hasDurableWork?: boolean;
  /** Called with the database before anything serves: for filling it. */
  prepare?: (environment: Environment) => Promise<void>;
};

/**
 * Starts the built product as it runs in production, on free loopback ports with secrets of its own: PostgreSQL, migrations, web
 * server, durable work. Resolves when it says that it is ready; rejects with what it printed when it does not come up.
 */
export async function startApp(options: Options = {}): Promise<RunningApp> {
  const stops: (() => Promise<void>)[] = [];
  const printed: string[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const ownerUrl = options.databaseUrl ?? (await madeDatabase(options.templateUrl, stops));
    const environment = await testEnvironment(ownerUrl, options.env);
    const url = environment.APP_URL as string;
    if (options.publicUrl !== undefined) environment.APP_URL = options.publicUrl;
    await migrate({ DATABASE_URL: ownerUrl, AUTH_SECRET: environment.AUTH_SECRET as string });
    await options.prepare?.(environment);

    const web = await launch("server/main.ts", environment, stops, printed, options.core);
    if (options.hasDurableWork !== false && existsSync(durableWork)) {
      await launch(durableWork, environment, stops, printed);
    }
    await untilReady(`${url}/api/health/ready`);

    const setupUrl = await issueSetupLink({ databaseUrl: ownerUrl, baseUrl: url });
    const pid = web.pid as number;
    return { url, ownerUrl, environment, setupUrl, pid, output: () => printed.join(""), stop };
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${printed.join("").slice(-8_000)}`, { cause: error });
  }
}

const durableWork = "inngest/local/main.ts";

function madeDatabase(templateUrl: string | undefined, stops: (() => Promise<void>)[]): Promise<string> {
  return templateUrl ? clone(templateUrl, stops) : ownServer(stops);
}

async function ownServer(stops: (() => Promise<void>)[]): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "panel1-app-"));
  stops.push(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startPostgres({ dataDir, durable: false });
  stops.push(() => server.stop());
  await ensureDatabase(server, "panel1");
  return server.url("panel1");
}

async function clone(templateUrl: string, stops: (() => Promise<void>)[]): Promise<string> {
  const name = `app_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const [url, maintenance] = [new URL(templateUrl), new URL(templateUrl)];
  const template = pg.escapeIdentifier(url.pathname.slice(1));
  url.pathname = `/${name}`;
  maintenance.pathname = "/postgres";

  await onServer(maintenance.href, `create database ${name} template ${template}`);
  stops.push(() => onServer(maintenance.href, `drop database if exists ${name} with (force)`));
  return url.href;
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function testEnvironment(ownerUrl: string, more: Environment = {}): Promise<Environment> {
  const secret = (bytes: number) => randomBytes(bytes).toString("base64url");
  const [port, durablePort] = [await freePort(), await freePort()];
  const { PATH = "", HOME = "", LD_LIBRARY_PATH, TMPDIR } = process.env;
  return {
    PATH,
    HOME,
    ...(LD_LIBRARY_PATH && { LD_LIBRARY_PATH }),
    ...(TMPDIR && { TMPDIR }),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "warn",
    HOST: "127.0.0.1",
    PORT: String(port),
    // Next rewrites 127.0.0.1 to localhost in a request's URL, so the product is visited under that name.
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: ownerUrl,
    AUTH_SECRET: secret(48),
    ENCRYPTION_KEYS: `k1:${secret(32)}`,
    METRICS_TOKEN: secret(24),
    INNGEST_EVENT_KEY: secret(24),
    INNGEST_SIGNING_KEY: `signkey-prod-${randomBytes(32).toString("hex")}`,
    INNGEST_BASE_URL: `http://127.0.0.1:${durablePort}`,
    INNGEST_LOCAL: "true",
    INNGEST_LOCAL_PORT: String(durablePort),
    INNGEST_SERVE_URL: `http://127.0.0.1:${port}/api/inngest`,
    // The OpenID provider of the tests.
    SIGN_IN_PROVIDERS_ON_LOOPBACK: "true",
    // Many tests share one address.
    RATE_LIMIT_ADDRESS_PER_MINUTE: "100000",
    RATE_LIMIT_KEY_PER_MINUTE: "100000",
    RATE_LIMIT_SIGN_IN_PER_MINUTE: "100000",
    ...more,
  };
}

/** Starts one of the servers and waits for its first message, which says that it listens. */
async function launch(
  script: string,
  environment: Environment,
  stops: (() => Promise<void>)[],
  printed: string[],
  core?: number,
): Promise<ChildProcess> {
  const node = [process.execPath, "--import", path.resolve("node_modules/tsx/dist/loader.mjs")];
  const pinned = core === undefined ? [] : ["taskset", "-c", String(core)];
  const [command = "", ...args] = [...pinned, ...node, path.resolve(script)];
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: environment as NodeJS.ProcessEnv,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => printed.push(String(text)));
  stops.push(() => end(child));

  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code} before it was ready.`)));
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 12_000);
  await exit;
  clearTimeout(timer);
}

async function untilReady(url: string): Promise<void> {
  const patience = Date.now() + 60_000;
  for (let answer = ""; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      const response = await fetch(url);
      if (response.ok) return;
      answer = `${response.status} ${await response.text()}`;
    } catch (error) {
      answer = String(error);
    }
    if (Date.now() > patience) throw new Error(`The product did not become ready: ${answer}`);
  }
}
