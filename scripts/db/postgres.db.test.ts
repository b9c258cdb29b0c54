import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { untilGone } from "@/scripts/system/processes";
import { ensureDatabase, type RunningPostgres, startPostgres } from "./postgres";

const folder = mkdtempSync(path.join(tmpdir(), "panel1-test-server-"));
const pidFile = path.join(folder, "data/postmaster.pid");
let server: RunningPostgres;

const start = () => startPostgres({ dataDir: folder, durable: true, maxConnections: 20 });

async function ask(running: RunningPostgres, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: running.url("kept") });
  await client.connect();
  try {
    const { rows } = await client.query({ text, rowMode: "array" });
    return rows.flat();
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  server = await start();
  await ensureDatabase(server, "kept");
  await ask(server, "create table notes as select 'from the first start' as note");
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  test("listens on the loopback interface only, behind a random password that nobody else can read", async () => {
    expect(await ask(server, "show listen_addresses")).toEqual(["127.0.0.1"]);
    expect(statSync(path.join(folder, "password")).mode & 0o777).toBe(0o600);

    const url = new URL(server.url("kept"));
    expect(url.password.length).toBeGreaterThanOrEqual(32);
    url.password = "panel1";
    await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toMatchObject({
      code: "28P01",
    });
  });

  test("keeps its port over a restart", async () => {
    const before = server.url("kept");
    await server.stop();
    server = await start();
    expect(server.url("kept")).toBe(before);
    expect(await ask(server, "select note from notes")).toEqual(["from the first start"]);
  });

  test("starts although its pid file names another living process", async () => {
    await server.stop();
    writeFileSync(pidFile, `${process.ppid}\n${folder}/data\n1700000000\n5432\n\n127.0.0.1\n`);
    server = await start();
    expect(await ask(server, "select note from notes")).toEqual(["from the first start"]);
  });

  test("stops a server that was left running on the same data, and starts anew", async () => {
    const left = server;
    server = await start();
    await left.ended;
    expect(server.pid).not.toBe(left.pid);
    expect(await ask(server, "select note from notes")).toEqual(["from the first start"]);
  });

  test("recovers after the server itself was killed", async () => {
    await ask(server, "insert into notes values ('before the kill')");
    process.kill(server.pid, "SIGKILL");
    await server.ended;
    server = await start();
    expect(await ask(server, "select note from notes order by note")).toEqual([
      "before the kill",
      "from the first start",
    ]);
  });

  test("ends when the process that started it is killed, and the next start recovers", async () => {
    await server.stop();
    const pid = await startInAnotherProcess();
    expect(await untilGone(pid, 20_000)).toBe(true);

    server = await start();
    expect(await ask(server, "select note from notes where note like 'from%'")).toEqual([
      "from the first start",
    ]);
  });
});

/** Starts the server in a process of its own, kills that process at once, and returns the server's pid. */
async function startInAnotherProcess(): Promise<number> {
  const code = `import { startPostgres } from "@/scripts/db/postgres";
    await startPostgres({ dataDir: process.env.FOLDER ?? "", durable: true });
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], {
    env: { ...process.env, FOLDER: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const signal = await new Promise((resolve) => child.once("exit", (_code, name) => resolve(name)));
  expect(signal).toBe("SIGKILL");
  return Number(readFileSync(path.join(folder, "port"), "utf8")) > 0 ? pidOnRecord() : 0;
}

/** The pid that the server wrote down; 0 when it has ended already. */
function pidOnRecord(): number {
  try {
    return Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  } catch {
    return 0;
  }
}
