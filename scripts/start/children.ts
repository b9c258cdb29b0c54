import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

type Environment = Record<string, string | undefined>;
type Spec = { name: string; script: string; args?: string[]; environment: Environment };

const graceMs = 12_000;
const tooOften = { deaths: 5, withinMs: 60_000 };

/** Long-running children: restarted with back-off when they die, ended with us. They end themselves when we are killed. */
export class Children {
  private readonly running = new Map<string, ChildProcess>();
  private isEnding = false;

  /** `onHopeless` is called when a child died too often to go on. A child that died waits, each time twice as long. */
  constructor(
    private readonly onHopeless: (name: string) => void,
    private readonly firstWaitMs = 500,
  ) {}

  /** Starts a child and resolves with its first message: it says when it is ready. Rejects when it ends before. */
  start(spec: Spec): Promise<Record<string, unknown>> {
    return this.launch(spec, []);
  }

  async stop(): Promise<void> {
    this.isEnding = true;
    await Promise.all([...this.running.values()].map(stopOne));
  }

  private launch(spec: Spec, deaths: number[]): Promise<Record<string, unknown>> {
    const tsx = path.resolve("node_modules/tsx/dist/loader.mjs");
    const child = spawn(
      process.execPath,
      ["--import", tsx, path.resolve(spec.script), ...(spec.args ?? [])],
      {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
        env: spec.environment as NodeJS.ProcessEnv,
        // Ctrl-C goes to us alone; we end the children in order.
        detached: true,
      },
    );
    this.running.set(spec.name, child);

    return new Promise((resolve, reject) => {
      let isReady = false;
      child.once("message", (message) => {
        isReady = true;
        resolve(message as Record<string, unknown>);
      });
      child.once("error", reject);
      child.once("exit", (code) => {
        reject(new ChildEnded(spec.name, code));
        // One that never came up is the start's own failure; a restart that fails counts as another death.
        if (!this.isEnding && (isReady || deaths.length > 0)) this.revive(spec, deaths);
      });
    });
  }

  private revive(spec: Spec, earlier: number[]): void {
    const deaths = [...earlier, Date.now()].filter((at) => Date.now() - at < tooOften.withinMs);
    if (deaths.length >= tooOften.deaths) {
      this.onHopeless(spec.name);
      return;
    }

    const waitMs = this.firstWaitMs * 2 ** (deaths.length - 1);
    console.log(`The ${spec.name} ended unexpectedly; starting it again in ${waitMs / 1_000} s.`);
    setTimeout(() => {
      if (this.isEnding) return;
      this.launch(spec, deaths).then(
        () => console.log(`The ${spec.name} runs again.`),
        () => {},
      );
    }, waitMs);
  }
}

export class ChildEnded extends Error {
  override name = "ChildEnded";

  constructor(
    readonly child: string,
    readonly code: number | null,
  ) {
    super(`The ${child} ended before it was ready.`);
  }
}

async function stopOne(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await exit;
  clearTimeout(timer);
}
