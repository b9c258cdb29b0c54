import type { Task } from "graphile-worker";
import { applyAnswer } from "./apply-answer";
import { callApp } from "./call-app";
import { claimCall, lockRun } from "./claim-call";
import { tick } from "./cron";
import { transaction } from "./database";
import { endRun } from "./end-run";
import { endBatch } from "./flow/batch";
import { endDebounce } from "./flow/debounce";
import { wakeThrottled } from "./flow/throttle";
import { finishInvoke, refuseInvoke, timeOutInvoke } from "./invoke";
import type { Engine } from "./model";
import type { Tasks } from "./queue";
import { resume, wake } from "./resume";
import { revive } from "./revive";

type TaskTable = { [Name in keyof Tasks]: (payload: Tasks[Name], jobId: string) => Promise<unknown> };

/**
 * The queue's tasks. Each may be run twice, by a job that comes again after its worker died: it first looks, under the run's lock,
 * whether its work is still to be done.
 */
function table(engine: Engine): TaskTable {
  const { pool } = engine;
  return {
    call: ({ call }, jobId) => makeCall(engine, call, jobId),
    wake: ({ run, step }) => transaction(pool, (tx) => wake(tx, run, step)),
    resume: ({ wait }) => transaction(pool, (tx) => resume(tx, wait)),
    invoked: ({ run, position }) => transaction(pool, (tx) => finishInvoke(tx, run, position)),
    invokeRefused: ({ run, step, message }) =>
      transaction(pool, (tx) => refuseInvoke(tx, run, step, message)),
    invokeTimeout: ({ run, step }) => transaction(pool, (tx) => timeOutInvoke(tx, run, step)),
    revive: ({ run }) => transaction(pool, (tx) => revive(tx, run)),
    cancel: ({ run, reason }) => cancelRun(engine, run, reason),
    runTimeout: ({ run, limit }) =>
      cancelRun(engine, run, `The run did not ${limit} in time`, limit === "start" ? ["queued"] : undefined),
    throttle: ({ function: id, key }) => transaction(pool, (tx) => wakeThrottled(tx, id, key)),
    debounce: ({ key }) => transaction(pool, (tx) => endDebounce(tx, key, new Date())),
    batch: ({ batch }) => transaction(pool, (tx) => endBatch(tx, batch, new Date())),
    tick: (payload) => transaction(pool, (tx) => tick(tx, payload)),
  };
}

export type TaskKind = "calls" | "others";

/** The tasks of one kind, as the queue wants them. */
export function taskList(engine: Engine, kind: TaskKind): Record<string, Task> {
  const ofKind = Object.entries(table(engine)).filter(([name]) => (name === "call") === (kind === "calls"));
  return Object.fromEntries(
    ofKind.map(([name, run]) => [
      name,
      async (payload, { job }) => {
        await run(payload as never, String(job.id));
      },
    ]),
  ) as Record<string, Task>;
}

async function makeCall(engine: Engine, callId: string, jobId: string): Promise<void> {
  const claimed = await transaction(engine.pool, (tx) => claimCall(tx, callId, jobId, new Date()));
  if (!claimed) return;
  const answer = await callApp(engine, claimed);
  // The answer is precious: the app did the work. It is kept through a long absence of the database.
  await transaction(engine.pool, (tx) => applyAnswer(tx, engine, claimed, jobId, answer), {
    patienceMs: 600_000,
  });
}

/** Cancels a run that has not ended, and only in one of the given states where they are given. */
export async function cancelRun(
  engine: Engine,
  runId: string,
  message: string,
  states: readonly string[] = ["queued", "running"],
): Promise<boolean> {
  return transaction(engine.pool, async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run || !states.includes(run.status)) return false;
    await endRun(tx, run, { status: "cancelled", error: { name: "Cancelled", message } }, new Date());
    return true;
  });
}
