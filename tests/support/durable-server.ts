import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";

/** The server as a process of its own, for tests and benches that kill or measure it. Connects as the process's environment says. */
export class ServerProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly environment: Record<string, string>) {}

  /** Starts it and waits until it listens. */
  async start(): Promise<void> {
    const tsx = path.resolve("node_modules/tsx/dist/loader.mjs");
    const child = spawn(process.execPath, ["--import", tsx, path.resolve("inngest/local/main.ts")], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, ...this.environment },
    });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", (code) => reject(new Error(`The server ended with ${code} before it listened`)));
    });
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Ends it by a signal and waits until it is gone. Returns its exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    return gone;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
