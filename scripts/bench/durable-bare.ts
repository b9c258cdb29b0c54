import { Logger, type Runner, run } from "graphile-worker";
import { sendSigned } from "@/inngest/local/call-app";
import { queueSchema } from "@/inngest/local/migrate";
import { canonicalJson } from "@/inngest/local/protocol/signature";
import type { Stage } from "./durable-stage";

/** As many as the server has by default. */
const workers = 20;

export type Bare = {
  /** Adds a job that does nothing, and waits until a worker has run it. */
  job(): Promise<void>;
  /** Makes one signed call to the app, as the server does for one step, and reads the answer. */
  call(): Promise<void>;
  stop(): Promise<void>;
};

/** What a step is made of, without what makes it durable: a job of the same queue, and a call to the same route. */
export async function openBare({ owner, appUrl, signingKey }: Stage): Promise<Bare> {
  const waiting = new Map<number, () => void>();
  const runner: Runner = await run({
    pgPool: owner,
    // The same tables: the server's workers know no task of this name and leave its jobs alone.
    schema: queueSchema,
    concurrency: workers,
    noHandleSignals: true,
    pollInterval: 5_000,
    logger: new Logger(() => () => {}),
    taskList: {
      nothing: async (payload) => waiting.get((payload as { n: number }).n)?.(),
    },
  });
  const url = new URL(`${appUrl}?fnId=bench-steps-1&stepId=step`);
  const body = callBody();

  let last = 0;
  return {
    async job() {
      const n = ++last;
      const done = new Promise<void>((resolve) => waiting.set(n, resolve));
      await runner.addJob("nothing", { n });
      await done;
      waiting.delete(n);
    },
    async call() {
      const { status } = await sendSigned(
        { signingKey, callTimeoutMs: 30_000 },
        { url, method: "POST", body },
      );
      if (status !== 206) throw new Error(`The app answered ${status}.`);
    },
    stop: () => runner.stop(),
  };
}

function callBody(): string {
  const event = { id: "bare", name: "bench/steps-1", data: { run: -1 }, ts: 0 };
  const stack = { stack: [], current: 0 };
  return canonicalJson({
    ctx: {
      run_id: "bare",
      attempt: 0,
      max_attempts: 4,
      disable_immediate_execution: false,
      use_api: false,
      stack,
    },
    event,
    events: [event],
    steps: {},
    version: -1,
  });
}
