import type { Tx } from "../database";
import type { CallRow, FunctionRow, RunRow, Start, StoredEvent } from "../model";
import { addCallJobs, addJob } from "../queue";
import { flowKeyUnlessFalse, lockKeys } from "./keys";

/** The key of which a function runs once at a time, if it is a singleton. */
export function singletonKey(fn: FunctionRow, event: StoredEvent): string | undefined {
  const { singleton } = fn.config;
  return singleton && flowKeyUnlessFalse("singleton", fn, singleton.key, event);
}

/**
 * Whether a singleton may begin another run. In mode skip it may when none is active; in mode cancel it may, and the active ones are
 * cancelled: the new run's first call waits until they have ended. The caller holds the key's lock for asking.
 */
export async function makeRoom(tx: Tx, { fn, event }: Start): Promise<boolean> {
  const key = singletonKey(fn, event);
  if (key === undefined) return true;
  const { rows } = await tx.query<{ id: string }>(
    "select id from durable.runs where singleton_key = $1 and ended_at is null order by id",
    [key],
  );
  if (fn.config.singleton?.mode === "skip") return rows.length === 0;
  for (const { id } of rows) {
    await addJob(tx, "cancel", { run: id, reason: "Cancelled by a newer run of the singleton" });
  }
  return true;
}

/** Whether a run may begin: none of its singleton runs, and none that is older waits. Who waits is woken when another ends. */
export async function isItsTurn(tx: Tx, run: RunRow): Promise<boolean> {
  if (!run.singleton_key) return true;
  await lockKeys(tx, "beginning", [run.singleton_key]);
  const { rows } = await tx.query(
    `select from durable.runs
     where singleton_key = $1 and ended_at is null and id <> $2 and (status = 'running' or id < $2) limit 1`,
    [run.singleton_key, run.id],
  );
  return rows.length === 0;
}

/** A run of a singleton has ended: wakes the next that waits to begin. */
export async function wakeSingleton(tx: Tx, run: RunRow): Promise<void> {
  if (!run.singleton_key) return;
  await lockKeys(tx, "beginning", [run.singleton_key]);
  const { rows } = await tx.query<Pick<CallRow, "id">>(
    `select c.id from durable.runs r join durable.calls c on c.run_id = r.id
     where r.singleton_key = $1 and r.ended_at is null and r.status = 'queued' and c.state = 'waiting' order by r.id limit 1`,
    [run.singleton_key],
  );
  await addCallJobs(tx, rows);
}
