import type { Tx } from "./database";
import type { RunRow } from "./model";
import { maxTries } from "./queue";

/** What a step came to, as the function gets it on every later call. */
export type StepResult = { data: unknown } | { error: unknown };

export type NewStep = {
  id: string;
  op: string;
  name: string;
  options: unknown;
  groupId: string;
  isRace: boolean;
  /** When a sleep is over, or a wait at the latest. */
  dueAt: Date | undefined;
};

/** Writes down a step that an answer reported. False when the run has it already: two answers may report the same step. */
export async function addStep(tx: Tx, run: RunRow, step: NewStep): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into durable.steps (run_id, id, op, name, options, group_id, is_race, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      run.id,
      step.id,
      step.op,
      step.name,
      toJson(step.options),
      step.groupId,
      step.isRace,
      step.dueAt ?? null,
    ],
  );
  return rowCount === 1;
}

/**
 * Records the result of an open step and has the run go on. The first result stays: false when the step has one already.
 * The caller holds the run's lock.
 */
export async function finishStep(tx: Tx, run: RunRow, stepId: string, result: StepResult): Promise<boolean> {
  const { rows } = await tx.query<Finished>(finishText, [
    run.id,
    stepId,
    run.steps_done,
    "data" in result ? toJson(result.data) : null,
    "error" in result ? toJson(result.error) : null,
  ]);
  const step = rows[0];
  if (!step) return false;

  run.steps_done += 1;
  run.state_bytes = step.state_bytes;
  await goOn(tx, run, step);
  return true;
}

type Finished = {
  is_race: boolean;
  state_bytes: string;
  /** Steps of the run that are still open, and those of them that were reported together with this one. */
  open: number;
  open_in_group: number;
};

const finishText = `
  with finished as (
    update durable.steps set position = $3, output = $4::text::json, error = $5::text::json, ended_at = now()
    where run_id = $1 and id = $2 and position is null
    returning group_id, is_race
  ), counted as (
    update durable.runs
    set steps_done = $3::int + 1, state_bytes = state_bytes + coalesce(octet_length($4::text), 0) + coalesce(octet_length($5::text), 0)
    where id = $1 and exists (select from finished)
    returning state_bytes
  )
  select f.is_race, counted.state_bytes, count(s.id)::int as open, count(s.id) filter (where s.group_id = f.group_id)::int as open_in_group
  from finished f cross join counted
  left join durable.steps s on s.run_id = $1 and s.position is null and s.id <> $2
  group by f.is_race, f.group_id, counted.state_bytes`;

/**
 * Asks the function what comes next, once all steps that were reported together are done; a step that races does not wait for
 * the others. (SDKs of request version 1 are asked after every step.)
 */
async function goOn(tx: Tx, run: RunRow, step: Finished): Promise<void> {
  const waitsForGroup = run.request_version !== 1;
  if (waitsForGroup && step.open === 0 && run.plan_only) await setPlanOnly(tx, run, false);
  if (!waitsForGroup || step.open_in_group === 0 || step.is_race) await addDiscovery(tx, run);
}

export async function setPlanOnly(tx: Tx, run: RunRow, planOnly: boolean): Promise<void> {
  run.plan_only = planOnly;
  await tx.query("update durable.runs set plan_only = $2 where id = $1", [run.id, planOnly]);
}

/** Queues a call that asks what comes next, unless one is queued that will see the same state. */
export async function addDiscovery(tx: Tx, run: RunRow): Promise<void> {
  await tx.query(
    `with call as (
       insert into durable.calls (run_id)
       select $1 where not exists (
         select from durable.calls
         where run_id = $1 and step_id is null and attempt = 0 and state in ('queued', 'waiting'))
       returning id
     )
     select durable_queue.add_job('call', json_build_object('call', id::text), run_at => $3, max_attempts => $2,
       job_key => 'call:' || id)
     from call`,
    [run.id, maxTries, placeOf(run)],
  );
}

/** Queues a call that runs one step, or another attempt of a call. */
export async function addCall(
  tx: Tx,
  run: RunRow,
  call: { stepId: string | null; attempt: number; at?: Date },
): Promise<void> {
  await tx.query(
    `with call as (
       insert into durable.calls (run_id, step_id, attempt, due_at) values ($1, $2, $3, coalesce($4, now()))
       returning id
     )
     select durable_queue.add_job('call', json_build_object('call', id::text), run_at => $6, max_attempts => $5,
       job_key => 'call:' || id)
     from call`,
    [run.id, call.stepId, call.attempt, call.at ?? null, maxTries, call.at ?? placeOf(run)],
  );
}

/** When a job of a run with priority counts as queued: before others that were queued after that. */
function placeOf({ priority, place }: RunRow): Date | null {
  return priority > 0 ? place : null;
}

/** JSON text for a `json` column; nothing at all is JSON's null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}
