import type { Tx } from "../database";
import type { Start } from "../model";
import { addJob } from "../queue";
import { startRuns } from "../start-run";
import { lockKeys } from "./keys";
import { makeRoom, singletonKey } from "./singleton";

/** Starts a run that has passed all limits but that of a singleton. The caller holds the singleton's key. */
export async function begin(tx: Tx, start: Start, now: Date): Promise<void> {
  if (await makeRoom(tx, start)) await startRuns(tx, [start], now);
  else await refuse(tx, start, "runs already, and is a singleton");
}

/** Locks what a held-back run begins under: the key that held it, and its singleton's. */
export async function lockToBegin(tx: Tx, start: Pick<Start, "fn" | "event">, held: string): Promise<void> {
  const single = singletonKey(start.fn, start.event);
  await lockKeys(tx, "asking", single === undefined ? [held] : [held, single]);
}

/**
 * Fails the step that invoked a run which is dropped. By a job, for the invoking run is another run, and no transaction locks
 * two of them.
 */
export async function refuse(
  tx: Tx,
  { fn, parent }: Pick<Start, "fn" | "parent">,
  why: string,
): Promise<void> {
  if (!parent) return;
  const message = `The invoked function "${fn.id}" ${why}`;
  await addJob(tx, "invokeRefused", { run: parent.runId, step: parent.stepId, message });
}
