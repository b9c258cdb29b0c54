import path from "node:path";
import { loadConfig } from "@/lib/core/config/load";
import { ensureBuilt } from "../build.mjs";
import { ensureGenerated } from "../db/generate.mjs";
import { migrate } from "../db/migrate";
import { freePort } from "../system/ports";
import { ChildEnded, Children } from "./children";
import { startDatabase } from "./database";
import { assertReachable } from "./database-check";
import { type Environment, loadEnvironment } from "./environment";
import { untilHealthy } from "./health";
import { lockData } from "./lock.mjs";
import { help, parseOptions, type StartOptions } from "./options";
import { phase } from "./phase";
import { assertDiskFree, assertPortFree } from "./room";

/** What must be ended again, in the order in which it was started. */
const started: { name: string; stop: () => Promise<void> | void }[] = [];
let ending: Promise<never> | undefined;
let announceEnd = () => {};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
// The first script of `npm start` is gone, perhaps by kill -9.
process.once("disconnect", () => void end(0));

try {
  await main();
} catch (error) {
  if (ending === undefined) {
    console.error(`\n${explain(error as NodeJS.ErrnoException)}`);
    await end(1);
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  const dataDir = path.resolve(options.dataDir);
  const loaded = loadEnvironment(dataDir);
  const environment = completed(loaded.environment, options);
  const begun = performance.now();

  const lock = await lockData(dataDir, environment.APP_URL as string);
  announceEnd = lock.announceEnd;
  started.push({ name: "lock", stop: lock.release });
  assertDiskFree(dataDir);
  await assertPortFree(Number(environment.PORT));

  await phase("client generated", async () => ensureGenerated());
  const isEmbedded = environment.DATABASE_URL === undefined;
  if (isEmbedded) {
    const database = await phase("PostgreSQL started", () => startDatabase(dataDir, giveUp));
    started.push({ name: "PostgreSQL", stop: database.stop });
    environment.DATABASE_URL = database.url;
  }
  const config = loadConfig(environment);
  if (!isEmbedded) await phase("database reached", () => assertReachable(config.DATABASE_URL));
  await phase("database up to date", () => migrate(config));
  if (!options.dev) await phase("built", () => ensureBuilt());

  await serve(environment, options, loaded.isWorkLocal);
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

/** The web server and, unless an Inngest server is configured, the local one for durable work. */
async function serve(environment: Environment, { dev }: StartOptions, isWorkLocal: boolean): Promise<void> {
  const children = new Children((name) => giveUp(`The ${name} ended again and again; see the lines above.`));
  started.push({ name: "servers", stop: () => children.stop() });

  if (isWorkLocal) {
    const port = String(await freePort(Number(environment.INNGEST_LOCAL_PORT ?? 8288)));
    const baseUrl = `http://127.0.0.1:${port}`;
    Object.assign(environment, {
      INNGEST_LOCAL: "true",
      INNGEST_LOCAL_PORT: port,
      INNGEST_BASE_URL: baseUrl,
    });
  }
  const args = dev ? ["--dev"] : [];
  await phase("web server", () =>
    explained(children.start({ name: "web server", script: "server/main.ts", args, environment })),
  );
  if (isWorkLocal) {
    // Under a name that the product answers to; Next turns 127.0.0.1 into it in any case.
    const serveUrl = `http://localhost:${environment.PORT}/api/inngest`;
    const given = { ...environment, INNGEST_SERVE_URL: serveUrl };
    const script = "inngest/local/main.ts";
    await phase("durable work", () =>
      explained(children.start({ name: "durable-work server", script, environment: given })),
    );
  }
  const { host } = new URL(environment.APP_URL as string);
  await phase("all ready", () => untilHealthy(Number(environment.PORT), host));
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

function explain({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOSPC") return "The disk is full: free some space and start again.";
  if (code === "EACCES" || code === "EROFS")
    return `${message}\nPanel1 may not write there: give it the right to, or choose another --data-dir.`;
  return message;
}

/** What keeps dying cannot be helped by starting it again. */
function giveUp(why: string): void {
  console.error(`${why}\nPanel1 ends.`);
  void end(1);
}

/** Ends everything in reverse order, once, whatever comes first. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    announceEnd();
    for (const { name, stop } of started.reverse()) {
      await Promise.resolve(stop()).catch((error: Error) => console.error(`${name}: ${error.message}`));
    }
    process.exit(code);
  })();
  return ending;
}
