import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { commandLine, isAlive, pause, untilGone } from "@/scripts/system/processes";
import { bareEnvironment, lastLines, type Place } from "./postgres-place";

type Settings = { port: number; durable: boolean; maxConnections: number };

/** Fast shutdown: roll back, disconnect, checkpoint. Immediate, if that takes too long: the next start recovers. */
const signals = { fast: "SIGINT", immediate: "SIGQUIT" } as const;
const fastStopMs = 20_000;

/** Starts the server's process. It outlives Ctrl-C, since we stop it after those who use it, but not us: see `watchdog`. */
export function launch(
  postgres: string,
  place: Place,
  { port, durable, maxConnections }: Settings,
): ChildProcess {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: maxConnections,
    shared_buffers: "128MB",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(place.log, "w");
  const child = spawn(postgres, ["-D", place.data, ...flags], {
    stdio: ["ignore", log, log],
    cwd: place.folder,
    env: bareEnvironment(),
    detached: true,
    ...place.account,
  });
  closeSync(log);
  if (child.pid !== undefined && process.platform !== "win32") watchdog(child, child.pid);
  return child;
}

/** A shell that waits for the end of its input, which comes when we end, however we end, and then stops the server. */
function watchdog(server: ChildProcess, pid: number): void {
  const shell = spawn("/bin/sh", ["-c", `read -r _; kill -INT ${pid}`], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    env: bareEnvironment(),
  });
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  server.once("exit", () => shell.kill("SIGKILL"));
  shell.unref();
  (shell.stdin as unknown as { unref?: () => void }).unref?.();
}

/** Waits until the server takes connections. Throws with the end of its log when it ends or takes too long. */
export async function untilReady(child: ChildProcess, { log }: Place, url: string): Promise<void> {
  let hasEnded = false;
  child.once("exit", () => {
    hasEnded = true;
  });
  child.once("error", () => {
    hasEnded = true;
  });
  const giveUpAt = performance.now() + 120_000;
  while (!hasEnded && performance.now() < giveUpAt) {
    if (await answers(url)) return;
    await pause(25);
  }
  throw new Error(`PostgreSQL did not start.\n${lastLines(readFileSync(log, "utf8"))}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signals.fast);
  const timer = setTimeout(() => child.kill(signals.immediate), fastStopMs);
  await exit;
  clearTimeout(timer);
}

/**
 * Clears what a killed process left behind. A server that still runs on our data is recognised by its pid file together with
 * its command line, and stopped. A pid file whose process is gone, or is by now somebody else's, is removed: PostgreSQL
 * would take any living process for its predecessor and refuse to start.
 */
export async function clearLeftBehind({ data }: Place): Promise<void> {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return;

  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (pid > 0 && isAlive(pid) && commandLine(pid).includes(`-D ${data} `)) {
    process.kill(pid, signals.fast);
    if (!(await untilGone(pid, fastStopMs))) {
      process.kill(pid, signals.immediate);
      await untilGone(pid, fastStopMs);
    }
  }
  rmSync(file, { force: true });
}
