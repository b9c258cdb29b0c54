import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type Worker, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import type { Instance } from "./instance";
import { queueSchema } from "./migrate";
import type { Engine } from "./model";
import { type TaskKind, taskList } from "./tasks";

type Options = {
  engine: Engine;
  instance: Instance;
  pool: pg.Pool;
  concurrency: number;
  /** Calls take as long as the app takes; the other tasks are short, and must not queue behind calls. */
  kind: TaskKind;
};

/**
 * The queue's workers. A worker that cannot tell the database what became of its job ends for good; its pool is then replaced, so that
 * an absence of the database leaves no fewer workers than before.
 */
export class Workers {
  private runner: Runner | undefined;
  private replacing: Promise<void> | undefined;
  private isEnding = false;
  private readonly old = new Set<Promise<unknown>>();

  constructor(private readonly options: Options) {}

  async start(): Promise<void> {
    this.runner = await this.newRunner();
  }

  /** Takes no more jobs, and waits for those under way. */
  async stop(): Promise<void> {
    this.isEnding = true;
    await this.replacing?.catch(() => {});
    await Promise.allSettled([this.runner?.stop(), ...this.old]);
  }

  private async newRunner(): Promise<Runner> {
    const { engine, instance, pool, concurrency, kind } = this.options;
    const events: WorkerEvents = new EventEmitter();
    events.on("worker:stop", ({ worker }) => void instance.removeWorker(worker.workerId));
    events.on("worker:fatalError", () => this.replace());
    const runner = await run({
      pgPool: pool,
      schema: queueSchema,
      concurrency,
      noHandleSignals: true,
      // Timers come by the alarm, new jobs by notification; this is the net below both.
      pollInterval: 5_000,
      taskList: taskList(engine, kind),
      events,
      logger: new Logger(() => (level, message, meta) => {
        if (level === "error")
          engine.log.error("The queue reports an error", { reason: message, error: meta?.error });
        if (level === "warning") engine.log.warn("The queue warns", { reason: message });
      }),
      preset: {
        plugins: [
          {
            name: "Panel1WorkersPlugin",
            version: "1.0.0",
            worker: {
              hooks: {
                startWorker: (_context: unknown, { worker }: { worker: Worker }) =>
                  instance.addWorker(worker.workerId),
              },
            },
          },
        ],
      },
    });
    // What went wrong was logged, and a new pool takes over.
    runner.promise.catch(() => {});
    return runner;
  }

  private replace(): void {
    if (this.isEnding || this.replacing) return;
    const before = this.runner;
    this.replacing = this.newRunner().then(
      (runner) => {
        this.runner = runner;
        this.replacing = undefined;
        if (before) this.retire(before);
      },
      () => {
        this.replacing = undefined;
        setTimeout(() => this.replace(), 1_000).unref();
      },
    );
  }

  private retire(runner: Runner): void {
    const ended = runner.stop().catch(() => {});
    this.old.add(ended);
    void ended.finally(() => this.old.delete(ended));
  }
}
