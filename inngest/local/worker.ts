import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type Worker, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { pause } from "./database";
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

/** Workers that run together, and whether one of them can no longer be relied on. */
type Crew = { runner: Runner; isBroken: boolean };

/**
 * The queue's workers. One that cannot tell the database what became of its job ends for good. One whose request for a job went
 * unanswered may hold a job that it does not know of: it was locked, and the answer was lost with the connection. Either way the
 * whole crew is replaced: its members end, and what they still hold is taken back.
 */
export class Workers {
  private crew: Crew | undefined;
  private replacing: Promise<void> | undefined;
  private isEnding = false;
  private readonly old = new Set<Promise<unknown>>();

  constructor(private readonly options: Options) {}

  async start(): Promise<void> {
    this.crew = await this.newCrew();
    if (this.crew.isBroken) this.replacing ??= this.replace();
  }

  /** Takes no more jobs, and waits for those under way. */
  async stop(): Promise<void> {
    this.isEnding = true;
    await this.replacing;
    await Promise.allSettled([this.crew?.runner.stop(), ...this.old]);
  }

  private async newCrew(): Promise<Crew> {
    const { engine, instance, pool, concurrency, kind } = this.options;
    const events: WorkerEvents = new EventEmitter();
    let crew: Crew | undefined;
    let isBroken = false;
    const onBroken = () => {
      isBroken = true;
      if (!crew) return;
      crew.isBroken = true;
      this.replacing ??= this.replace();
    };
    events.on("worker:stop", ({ worker }) => void instance.removeWorker(worker.workerId));
    events.on("worker:fatalError", onBroken);
    events.on("worker:getJob:error", onBroken);
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
    // What went wrong was logged, and a new crew takes over.
    runner.promise.catch(() => {});
    crew = { runner, isBroken };
    return crew;
  }

  /** Until a crew is whole: at once, and then once a second. */
  private async replace(): Promise<void> {
    for (let tries = 0; !this.isEnding && this.crew?.isBroken; tries += 1) {
      if (tries > 0) await pause(1_000);
      try {
        const next = await this.newCrew();
        this.retire(this.crew.runner);
        this.crew = next;
      } catch (error) {
        this.options.engine.log.warn("The queue's workers cannot be replaced yet", { error });
      }
    }
    this.replacing = undefined;
  }

  private retire(runner: Runner): void {
    const ended = runner.stop().catch(() => {});
    this.old.add(ended);
    void ended.finally(() => this.old.delete(ended));
  }
}
