import type { Tx } from "./database";

/** The queue's tasks and what each is given. Every task first looks whether its work is still to be done. */
export type Tasks = {
  /** Make a call to the app. */
  call: { call: string };
  /** A sleep is over. */
  wake: { run: string; step: string };
  /** An awaited event came, or its time is over. */
  resume: { wait: string };
  /** An invoked run has ended; `position` is that of the invoking event in a batch. */
  invoked: { run: string; position?: number };
  /** A run was invoked and will never be: flow control dropped it. */
  invokeRefused: { run: string; step: string; message: string };
  /** An invoked run took too long for its caller. */
  invokeTimeout: { run: string; step: string };
  /** A person has a failed run go on, or an ended one repeated. */
  revive: { run: string };
  /** Something ends a run before its time: an event, a person. */
  cancel: { run: string; reason: string };
  /** A run did not start, or not finish, in time. */
  runTimeout: { run: string; limit: "start" | "finish" };
  /** Runs that wait for their throttle may start. */
  throttle: { function: string; key: string };
  /** A series of events may have been quiet for long enough. */
  debounce: { key: string };
  /** A batch's time is over. */
  batch: { batch: string };
  /** A cron time is there. */
  tick: { function: string; cron: string };
};

/** The queue never gives a job up by itself: what must end, ends by its own rules. */
export const maxTries = 32_767;

/**
 * Adds a job within the transaction of the state change that needs it. A job with a key replaces one that has not begun.
 * Change the row that the job is about before you add the job: the task locks that row first, so it cannot miss the change.
 */
export async function addJob<Name extends keyof Tasks>(
  tx: Tx,
  task: Name,
  payload: Tasks[Name],
  { at, key }: { at?: Date | undefined; key?: string } = {},
): Promise<void> {
  await tx.query(
    `select durable_queue.add_job($1, payload => $2::json, run_at => $3::timestamptz, max_attempts => $4::int, job_key => $5)`,
    [task, JSON.stringify(payload), at ?? null, maxTries, key ?? null],
  );
}

/** Forgets delayed jobs that are no longer needed. */
export async function removeJobs(tx: Tx, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.query("select durable_queue.remove_job(key) from unnest($1::text[]) as key", [keys]);
}

/** Queues calls: one job each, under a key, so that waking a call twice before it begins makes one job. */
export async function addCallJobs(
  tx: Tx,
  calls: readonly { id: string; at?: Date | undefined }[],
): Promise<void> {
  if (calls.length === 0) return;
  await tx.query(
    `select count(*) from durable_queue.add_jobs((
       select array_agg((
         'call', json_build_object('call', c.id), null, c.at, $3::int, 'call:' || c.id, null, null
       )::durable_queue.job_spec)
       from unnest($1::text[], $2::timestamptz[]) as c (id, at)))`,
    [calls.map(({ id }) => id), calls.map(({ at }) => at ?? null), maxTries],
  );
}
