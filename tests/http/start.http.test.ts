import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runningHolder } from "@/scripts/start/lock.mjs";
import { freePort, portIfFree } from "@/scripts/system/ports";
import { isAlive, untilGone } from "@/scripts/system/processes";

type Start = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

let dataDir: string;
let port: number;
let running: Start | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "panel1-test-start-"));
  // Run by root, PostgreSQL's own account must reach its data.
  chmodSync(dataDir, 0o755);
  port = await freePort();
});

afterAll(async () => {
  running?.child.kill("SIGTERM");
  await running?.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

/** `npm start` without npm, in an environment that says nothing about an installation. */
function start(given: Record<string, string> = {}): Start {
  const { PATH, HOME } = process.env;
  const args = ["scripts/start.mjs", "--port", String(port), "--data-dir", dataDir];
  const env: NodeJS.ProcessEnv = { PATH, HOME, NODE_ENV: "production", ...given };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { child, output: () => said, ended };
}

async function startReady(): Promise<Start> {
  const begun = start();
  const isReady = new Promise<boolean>((resolve) => {
    begun.child.stdout?.on("data", () => begun.output().includes("Ctrl-C ends it.") && resolve(true));
    void begun.ended.then(() => resolve(false));
  });
  expect(await isReady, begun.output()).toBe(true);
  return begun;
}

/** The processes of the installation that can be known by their number. */
function known() {
  const postgres = Number(
    readFileSync(path.join(dataDir, "postgres/data/postmaster.pid"), "utf8").split("\n")[0],
  );
  const holder = runningHolder(dataDir);
  if (holder === undefined) throw new Error("Nothing runs.");
  return { postgres, main: holder.pid };
}

const isServing = async () => (await fetch(`http://localhost:${port}/api/health/ready`)).status === 200;

describe("npm start", () => {
  test("brings a new installation up, phase by phase, and hands out the link to set it up", async () => {
    running = await startReady();
    for (const title of [
      "PostgreSQL started",
      "database up to date",
      "web server",
      "durable work",
      "all ready",
    ]) {
      expect(running.output()).toMatch(new RegExp(`✓ ${title} +\\d+\\.\\d s`));
    }
    expect(running.output()).toContain(`Panel1 is ready at http://localhost:${port}`);
    expect(running.output()).toMatch(new RegExp(`http://localhost:${port}/setup/[A-Za-z0-9_-]{43}`));
    expect(await isServing()).toBe(true);
  });

  test("refuses a second start on the same data, and says what to do", async () => {
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`already runs on ${dataDir}`);
    expect(second.output()).toContain("--data-dir");
    expect(await isServing()).toBe(true);
  });

  test("killed, it takes its servers with it, and the next start at once recovers", async () => {
    const before = known();
    const secrets = readFileSync(path.join(dataDir, "secrets.json"), "utf8");
    process.kill(before.main, "SIGKILL");
    running = await startReady();
    expect(isAlive(before.postgres)).toBe(false);
    expect(readFileSync(path.join(dataDir, "secrets.json"), "utf8")).toBe(secrets);
    expect(await isServing()).toBe(true);
  });

  test("killed in its first script, it ends by itself, and the next start at once recovers", async () => {
    const before = known();
    running?.child.kill("SIGKILL");
    running = await startReady();
    expect(isAlive(before.main)).toBe(false);
    expect(await isServing()).toBe(true);
  });

  test("revives a server that was killed", async () => {
    process.kill(known().postgres, "SIGKILL");
    await expect.poll(isServing, { timeout: 30_000, interval: 200 }).toBe(true);
  });

  test("told to end, it ends everything that it started", async () => {
    const { postgres, main } = known();
    running?.child.kill("SIGTERM");
    expect(await running?.ended).toBe(0);
    expect(await untilGone(postgres, 5_000)).toBe(true);
    expect(isAlive(main)).toBe(false);
    expect(await portIfFree(port)).toBe(port);
    expect(runningHolder(dataDir)).toBeUndefined();
  });

  test("says which program holds its port, and what to do", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, resolve));
    const refused = start();
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(`Port ${port} is taken by`);
    other.close();
  });

  test("says in words why a database that was given cannot be used", async () => {
    const url = `postgresql://someone:hunter2@127.0.0.1:${await freePort()}/panel1`;
    const refused = start({ DATABASE_URL: url });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(
      /No PostgreSQL answers at 127\.0\.0\.1:\d+\. Start it\. Check DATABASE_URL/,
    );
    expect(refused.output()).not.toContain("hunter2");
  });
});
