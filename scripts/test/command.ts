import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

export type Ended = { code: number | null; output: string };

const running = new Set<ChildProcess>();
let isInterrupted = false;

/** Runs a command of an installed package with this Node and keeps all that it prints. */
export function runTool(name: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return runNode([binary(name), ...args], env);
}

/** Runs a script of ours, TypeScript included. */
export function runScript(script: string, args: string[] = []): Promise<Ended> {
  return runNode(["--import", path.resolve("node_modules/tsx/dist/loader.mjs"), script, ...args]);
}

/** Runs this npm. */
export function runNpm(args: string[]): Promise<Ended> {
  const npm = process.env.npm_execpath;
  return npm ? runNode([npm, ...args]) : run("npm", args, {});
}

/** Ends whatever still runs, together with what it started. */
export async function endCommands(): Promise<void> {
  isInterrupted = true;
  await Promise.all([...running].map(end));
}

function runNode(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return run(process.execPath, args, env);
}

function run(command: string, args: string[], env: Record<string, string>): Promise<Ended> {
  if (isInterrupted) return Promise.resolve({ code: null, output: "" });

  // A group of its own, so that an interrupt ends it as a whole, and only through us.
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
    env: { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  running.add(child);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => chunks.push(String(text)));

  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code, output: chunks.join("") });
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  // SIGINT lets test runners take down their servers; who does not listen is ended after a while.
  signalGroup(child, "SIGINT");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), 15_000);
  await closed;
  clearTimeout(timer);
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

function binary(name: string): string {
  const folder = path.resolve("node_modules", name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === "string" ? bin : (bin[path.basename(name)] ?? Object.values(bin)[0]);
  if (file === undefined) throw new Error(`The package ${name} has no command.`);
  return path.join(folder, file);
}
