import type { Tx } from "./database";
import { isItsTurn } from "./flow/singleton";
import { limitsNow } from "./flow/slot-keys";
import { makeWay, mayStart } from "./flow/throttle";
import type { CallRow, EventPayload, FunctionRow, RunRow } from "./model";
import { parseDuration } from "./protocol/time";
import { addJob, removeJobs } from "./queue";
import { takeSlots } from "./slots";

/** Everything that one call request carries. */
export type ClaimedCall = {
  run: RunRow;
  call: CallRow;
  fn: FunctionRow;
  event: EventPayload;
  /** All events that started the run: `event` alone, or a batch of which it is the first. */
  events: EventPayload[];
  /** Finished steps in their order. */
  steps: { id: string; result: { type: "data"; data: unknown } | { type: "error"; error: unknown } }[];
};

/**
 * Takes a call to be made by the queue's job `jobId` and reads what the request carries. Undefined when there is nothing to do:
 * the call was made, another job is making it, its run has ended, or it now waits for capacity.
 */
export async function claimCall(
  tx: Tx,
  callId: string,
  jobId: string,
  now: Date,
): Promise<ClaimedCall | undefined> {
  const found = await lockRunOfCall(tx, callId);
  if (!found) return undefined;
  const { fn, event, batch, ...run } = found;
  run.slot_limits = limitsNow(run, fn, event);
  if (isGuarded(run)) {
    const call = await lockCall(tx, callId);
    if (!call || !isToBeMade(call, jobId)) return undefined;
    if (!(await takeCapacity(tx, run, call, fn))) {
      await tx.query("update durable.calls set state = 'waiting', job_id = $2 where id = $1", [
        callId,
        jobId,
      ]);
      return undefined;
    }
  }

  const { rows } = await tx.query<CallRow>(takeText, [callId, jobId]);
  const call = rows[0];
  if (!call) return undefined;
  if (run.status === "queued") await beginRun(tx, run, fn, now);
  const steps = run.steps_done > 0 ? await readSteps(tx, run.id) : [];
  return { run, call, fn, event, events: batch ?? [event], steps };
}

function isGuarded({ slot_keys: slots, status, throttle_key, singleton_key }: RunRow): boolean {
  return slots.length > 0 || (status === "queued" && (throttle_key !== null || singleton_key !== null));
}

/** Takes what a call needs besides a worker: slots, and for a run that begins its singleton's turn and a start of its throttle. */
async function takeCapacity(tx: Tx, run: RunRow, call: CallRow, fn: FunctionRow): Promise<boolean> {
  const begins = run.status === "queued";
  if (begins && !(await isItsTurn(tx, run))) return false;
  const outcome = await takeSlots(tx, run, call, async () => !begins || mayStart(tx, run, call, fn));
  if (begins && outcome === "slots") await makeWay(tx, run, [call.id]);
  return outcome === "taken";
}

/** A job that comes a second time found its worker dead: it makes the call again. */
function isToBeMade(call: CallRow, jobId: string): boolean {
  return call.state === "running" ? call.job_id === jobId : call.state !== "done";
}

const callColumns = "id, run_id, step_id, attempt, state, job_id, unreachable";
const takeText = `
  update durable.calls set state = 'running', job_id = $2, started_at = coalesce(started_at, now())
  where id = $1 and (state in ('queued', 'waiting') or (state = 'running' and job_id = $2))
  returning ${callColumns}`;

async function beginRun(tx: Tx, run: RunRow, fn: FunctionRow, now: Date): Promise<void> {
  run.status = "running";
  await tx.query("update durable.runs set status = 'running', started_at = now() where id = $1", [run.id]);
  const { start, finish } = fn.config.timeouts ?? {};
  if (start) await removeJobs(tx, [`start:${run.id}`]);
  if (finish) {
    const at = new Date(now.getTime() + (parseDuration(finish) ?? 0));
    await addJob(tx, "runTimeout", { run: run.id, limit: "finish" }, { at, key: `finish:${run.id}` });
  }
}

const runColumns = `r.id, r.function_id, r.event_id, r.status, r.slot_keys, r.slot_limits, r.request_version, r.plan_only,
  r.steps_done, r.retries, r.parent_run_id, r.parent_step_id, r.place, r.priority, r.throttle_key, r.singleton_key, r.is_batch, r.state_bytes`;
const lockRunText = `select ${runColumns} from durable.runs r where r.id = $1 and r.ended_at is null for update`;
const lockRunOfCallText = `
  select ${runColumns}, e.payload as event,
    case when r.is_batch then (
      select json_agg(b.payload order by re.position)
      from durable.run_events re join durable.events b on b.id = re.event_id where re.run_id = r.id) end as batch,
    json_build_object('id', f.id, 'url', f.url, 'max_attempts', f.max_attempts, 'config', f.config) as fn
  from durable.runs r join durable.events e on e.id = r.event_id join durable.functions f on f.id = r.function_id
  where r.ended_at is null and r.id = (select c.run_id from durable.calls c where c.id = $1)
  for update of r`;
const lockCallText = `select ${callColumns} from durable.calls where id = $1 for update`;

/** Locks a run that has not ended. Everything that changes a run holds this lock, and never more than one. */
export async function lockRun(tx: Tx, runId: string): Promise<RunRow | undefined> {
  return (await tx.query<RunRow>(lockRunText, [runId])).rows[0];
}

type RunOfCall = RunRow & { event: EventPayload; batch: EventPayload[] | null; fn: FunctionRow };

async function lockRunOfCall(tx: Tx, callId: string): Promise<RunOfCall | undefined> {
  return (await tx.query<RunOfCall>(lockRunOfCallText, [callId])).rows[0];
}

async function lockCall(tx: Tx, callId: string): Promise<CallRow | undefined> {
  return (await tx.query<CallRow>(lockCallText, [callId])).rows[0];
}

/** Finished steps of a run in the order in which they finished. */
export async function readSteps(tx: Tx, runId: string): Promise<ClaimedCall["steps"]> {
  const { rows } = await tx.query<{ id: string; output: unknown; error: unknown; failed: boolean }>(
    `select id, output, error, error is not null as failed
     from durable.steps where run_id = $1 and position is not null order by position`,
    [runId],
  );
  return rows.map(({ id, output, error, failed }) => ({
    id,
    result: failed ? { type: "error", error } : { type: "data", data: output ?? null },
  }));
}
