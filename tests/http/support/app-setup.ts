import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { type RunningApp, startApp } from "@/tests/support/app-server";
import type { Installation } from "./prepare";
import { runScript } from "./run-script";

export type SharedApp = {
  /** Where it answers, without a slash at the end. */
  url: string;
  port: number;
  ownerUrl: string;
  environment: Record<string, string>;
  /** Process id of the web server. */
  pid: number;
  /** Answers with what the servers have printed so far. */
  outputUrl: string;
  installation: Installation;
};

declare module "vitest" {
  interface ProvidedContext {
    sharedApp: SharedApp;
  }
}

/** One running product for all tests over HTTP: set up, with two companies, their people, and records that only they may see. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let installation: Installation | undefined;
  const app = await startApp({
    env: { LOG_LEVEL: "info", RATE_LIMIT_STORE: "memory" },
    hasDurableWork: false,
    prepare: async (environment) => {
      installation = await prepare(environment);
    },
  });
  const output = await serveOutput(app);
  project.provide("sharedApp", {
    url: app.url,
    port: Number(new URL(app.url).port),
    ownerUrl: app.ownerUrl,
    environment: app.environment,
    pid: app.pid,
    outputUrl: output.url,
    installation: installation as Installation,
  });
  return async () => {
    output.close();
    await app.stop();
  };
}

/** Fills a database with what the tests visit. */
export function prepare(environment: Record<string, string>): Promise<Installation> {
  return runScript<Installation>("prepare.ts", environment);
}

async function serveOutput(app: RunningApp): Promise<{ url: string; close(): void }> {
  const server = createServer((_, response) => response.end(app.output()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
