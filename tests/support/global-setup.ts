import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/db/migrate";
import { ensureDatabase, startPostgres } from "@/scripts/db/postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the test server's template database, as its owner. */
    templateUrl: string;
  }
}

/** Starts a PostgreSQL for the whole run, without durability, and makes the template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "panel1-test-"));
  const server = await startPostgres({ dataDir, durable: false, maxConnections: 400 });
  await ensureDatabase(server, "panel1_template");

  const templateUrl = server.url("panel1_template");
  await migrate({ DATABASE_URL: templateUrl, AUTH_SECRET: "s".repeat(40) });
  project.provide("templateUrl", templateUrl);

  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
