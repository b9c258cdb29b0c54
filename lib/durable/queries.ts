import "server-only";
import { config } from "@/lib/core/config/load";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import { RunNotFound, RunsElsewhere } from "@/lib/durable/errors";
import { maskText } from "@/lib/durable/mask";
import { placeOf } from "@/lib/durable/rules/place";
import type { RunState } from "@/lib/durable/rules/state";

/** Whether durable work runs here, so that its runs can be shown. */
export function isWorkLocal(): boolean {
  return placeOf(config()).kind === "local";
}

/** Throws RunsElsewhere. */
export function assertLocal(): void {
  if (!isWorkLocal()) throw new RunsElsewhere();
}

/**
 * The runs `r` that the actor may see: the company's, and with all rights in an installation of one company also those of no company.
 * The table's policy is the barrier; this names the column, so that an index serves.
 */
export async function ownRuns({ actor, query, tenantId }: QueryContext): Promise<Sql> {
  const isOwn = sql`r.tenant_id = ${tenantId}`;
  if (!actor.permissions.includes("*")) return isOwn;
  const [alone] = await query<{ alone: boolean }>(sql`select durable.has_one_tenant() as alone`);
  return alone?.alone ? sql`(${isOwn} or r.tenant_id is null)` : isOwn;
}

/** Where run `r` stands: the server says of an open one only whether it has begun. */
export const stateOfRun = sql`(case
  when r.status <> 'running' then r.status
  when exists (select from durable.calls c where c.run_id = r.id and c.state <> 'done') then 'running'
  when exists (select from durable.steps s where s.run_id = r.id and s.position is null and s.op <> 'Sleep') then 'waiting'
  when exists (select from durable.steps s where s.run_id = r.id and s.position is null) then 'sleeping'
  else 'running' end)`;

/** Narrows to runs of a state by what an index knows, before the state itself is looked at. */
export function isInState(state: RunState): Sql {
  if (state === "failed") return sql`r.status = 'failed'`;
  if (state === "queued") return sql`r.ended_at is null and r.status = 'queued'`;
  if (state === "completed" || state === "cancelled") return sql`r.status = ${state}`;
  return sql`r.ended_at is null and r.status = 'running' and ${stateOfRun} = ${state}`;
}

export const runColumns = sql`id, function_id as "functionId", function_name as "functionName", event_name as "eventName", state,
  (ended_at is null and cancel_asked_at is not null) as "isCancelling", of_tenant is null as "isOfInstallation", subject, retries,
  repeats_id as "repeatsId", failure, created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt"`;

export type RunRow = {
  id: string;
  functionId: string;
  functionName: string;
  eventName: string;
  state: RunState;
  isCancelling: boolean;
  isOfInstallation: boolean;
  subject: string | null;
  retries: number;
  repeatsId: string | null;
  failure: string | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

/** Runs that fit `conditions` (over `r`), with what people call them. `tenant_id` is the actor's, as lists expect it. */
export function runsWhere({ tenantId }: { tenantId: string }, conditions: Sql): Sql {
  return sql`(
    select r.id, r.function_id, f.name as function_name, e.name as event_name, ${stateOfRun} as state, r.cancel_asked_at,
      r.tenant_id as of_tenant, r.subject, r.retries, r.repeats_id, r.created_at, r.started_at, r.ended_at,
      case when r.status in ('failed', 'cancelled') then r.error->>'message' end as failure, ${tenantId}::uuid as tenant_id
    from durable.runs r join durable.functions f on f.id = r.function_id join durable.events e on e.id = r.event_id
    where ${conditions}) runs`;
}

/** One run that the actor may see. Throws RunNotFound. */
export async function findRun(context: QueryContext, runId: string): Promise<RunRow> {
  const own = await ownRuns(context);
  const isIt = sql`r.id = ${runId}::uuid and ${own}`;
  const [row] = await context.query<RunRow>(sql`select ${runColumns} from ${runsWhere(context, isIt)}`);
  if (row === undefined) throw new RunNotFound();
  return row;
}

export function toRunView({ failure, ...run }: RunRow) {
  return { ...run, error: failure === null ? null : maskText(failure) };
}
