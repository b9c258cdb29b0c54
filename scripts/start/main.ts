import { existsSync, statfsSync } from "node:fs";
import path from "node:path";
import { loadConfig } from "@/lib/core/config/load";
import { ensureBuilt } from "../build.mjs";
import { ensureGenerated } from "../db/generate.mjs";
import { migrate } from "../db/migrate";
import { ensureDatabase, freePort, type RunningPostgres, startPostgres } from "../db/postgres";
import { ChildEnded, Children } from "./children";
import { assertReachable } from "./database-check";
import { loadEnvironment } from "./environment";
import { lockData } from "./lock";
import { help, parseOptions, type StartOptions } from "./options";
import { phase } from "./phase";

type Environment = Record<string, string | undefined>;

/** What must be ended again, in the order in which it was started. */
const started: { name: string; stop: () => Promise<void> | void }[] = [];
let ending: Promise<never> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
// The first script of `npm start` is gone, perhaps by kill -9.
process.once("disconnect", () => void end(0));

try {
  await main();
} catch (error) {
  if (ending === undefined) {
    console.error(`\n${(error as Error).message}`);
    await end(1);
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  const dataDir = path.resolve(options.dataDir);
  const environment = completed(loadEnvironment(dataDir), options);
  const begun = performance.now();

  const unlock = lockData(dataDir, environment.APP_URL as string);
  started.push({ name: "lock", stop: unlock });
  await assertRoom(Number(environment.PORT), dataDir);

  await phase("client generated", async () => ensureGenerated());
  environment.DATABASE_URL ??= await phase("PostgreSQL started", () => startDatabase(dataDir));
  const config = loadConfig({ ...environment, NODE_ENV: "development" });
  if (!started.some(({ name }) => name === "PostgreSQL"))
    await phase("database reached", () => assertReachable(config.DATABASE_URL));
  await phase("database up to date", () => migrate(config));
  if (!options.dev) await phase("built", () => ensureBuilt());

  await serve(environment, options);
  await announce(environment, options, performance.now() - begun);
}

function readOptions(): StartOptions {
  try {
    const options = parseOptions(process.argv.slice(2));
    if (options.help) {
      console.log(help);
      process.exit(0);
    }
    return options;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    process.exit(2);
  }
}

function completed(environment: Environment, { port, dev }: StartOptions): Environment {
  const chosen = String(port ?? environment.PORT ?? 3000);
  return {
    ...environment,
    PORT: chosen,
    APP_URL: environment.APP_URL ?? `http://localhost:${chosen}`,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** What would fail later is said now: a taken port, a full disk. */
async function assertRoom(port: number, dataDir: string): Promise<void> {
  if ((await freePort(port)) === undefined) {
    throw new Error(
      `Port ${port} is taken by another program. End it, or choose another port: npm start -- --port ${port + 1}`,
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < 300_000_000) {
    throw new Error(
      `The disk is too full: ${Math.round((bavail * bsize) / 1e6)} MB are free, 300 MB are needed. Free some space and start again.`,
    );
  }
}

async function startDatabase(dataDir: string): Promise<string> {
  const server: RunningPostgres = await startPostgres({
    dataDir: path.join(dataDir, "postgres"),
    durable: true,
  });
  started.push({ name: "PostgreSQL", stop: () => server.stop() });
  await ensureDatabase(server, "panel1");
  return server.url("panel1");
}

/** The web server and, unless an Inngest server is configured, the local one for durable work. */
async function serve(environment: Environment, { dev }: StartOptions): Promise<void> {
  const children = new Children((name) => {
    console.error(`The ${name} ended again and again; see the lines above. Ending.`);
    void end(1);
  });
  started.push({ name: "servers", stop: () => children.stop() });

  const isLocal = !environment.INNGEST_BASE_URL && !environment.INNGEST_CLOUD;
  if (isLocal) {
    const { INNGEST_PORT = "8288" } = environment;
    const port = (await freePort(Number(INNGEST_PORT))) ?? (await freePort(0));
    environment.INNGEST_BASE_URL = `http://127.0.0.1:${port}`;
    environment.INNGEST_LOCAL_PORT = String(port);
  }
  await phase("web server", async () => {
    await explained(
      children.start({
        name: "web server",
        script: "server/main.ts",
        args: dev ? ["--dev"] : [],
        environment,
      }),
    );
  });
  if (isLocal && existsSync("inngest/local/main.ts")) {
    const serveUrl = `http://127.0.0.1:${environment.PORT}/api/inngest`;
    await phase("durable work", async () => {
      await explained(
        children.start({
          name: "durable-work server",
          script: "inngest/local/main.ts",
          environment: { ...environment, INNGEST_SERVE_URL: serveUrl },
        }),
      );
    });
  }
}

/** The child has already said on standard error what is wrong. */
async function explained(start: Promise<unknown>): Promise<void> {
  try {
    await start;
  } catch (error) {
    const isPort = error instanceof ChildEnded && error.code === 98;
    throw isPort
      ? new Error("The port was taken a moment ago by another program. Start again with --port.")
      : error;
  }
}

async function announce(environment: Environment, { demo }: StartOptions, tookMs: number): Promise<void> {
  const baseUrl = environment.APP_URL as string;
  Object.assign(process.env, environment);
  if (demo) {
    const { seedDemo } = await import("@/prisma/seed/demo");
    await phase("demonstration company", () => seedDemo());
  }
  const { issueSetupLink } = await import("@/lib/tenants/setup-link");
  const link = await issueSetupLink({ databaseUrl: environment.DATABASE_URL as string, baseUrl });

  console.log(`\nPanel1 is ready at ${baseUrl}  (${(tookMs / 1_000).toFixed(1)} s)`);
  if (link) console.log(`\nSet up the owner and the company, once, within 24 hours:\n  ${link}`);
  console.log("\nCtrl-C ends it.");
}

/** Ends everything in reverse order, once, whatever comes first. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    for (const { name, stop } of started.reverse()) {
      await Promise.resolve(stop()).catch((error: Error) => console.error(`${name}: ${error.message}`));
    }
    process.exit(code);
  })();
  return ending;
}
