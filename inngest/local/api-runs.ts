import { runIdOf } from "./api-app";
import { type ApiRequest, type ApiResponse, HttpRefusal, requireSigningKey } from "./http-api";
import type { Engine, RunStatus } from "./model";
import { cancelRun } from "./tasks";

type RunView = {
  id: string;
  function_id: string;
  event_id: string;
  status: RunStatus;
  output: unknown;
  error: unknown;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
};

/** `GET /v1/runs/:id`: one run. */
export async function getRun(engine: Engine, { path, message }: ApiRequest): Promise<ApiResponse> {
  requireSigningKey(engine, message);
  const { rows } = await engine.pool.query<RunView>(
    `select id, function_id, event_id, status, output, error, created_at, started_at, ended_at
     from durable.runs where id = $1`,
    [runIdOf(path)],
  );
  if (!rows[0]) throw new HttpRefusal(404, "There is no such run");
  return { status: 200, body: { data: toView(rows[0]) } };
}

/** `GET /v1/events/:id/runs`: the runs that an event started. */
export async function getEventRuns(engine: Engine, { path, message }: ApiRequest): Promise<ApiResponse> {
  requireSigningKey(engine, message);
  const id = path.split("/")[3] ?? "";
  const { rows } = await engine.pool.query<RunView>(
    `with event as (select id from durable.events where public_id = $1 or id::text = $1)
     select id, function_id, event_id, status, output, error, created_at, started_at, ended_at from durable.runs
     where event_id in (select id from event)
        or id in (select run_id from durable.run_events where event_id in (select id from event))
     order by id limit 100`,
    [decodeURIComponent(id)],
  );
  return { status: 200, body: { data: rows.map(toView) } };
}

/** `DELETE /v1/runs/:id`: cancels a run that has not ended. */
export async function deleteRun(engine: Engine, { path, message }: ApiRequest): Promise<ApiResponse> {
  requireSigningKey(engine, message);
  const isCancelled = await cancelRun(engine, runIdOf(path), "Cancelled by hand");
  if (!isCancelled) throw new HttpRefusal(409, "The run has ended, or never was");
  return { status: 204, body: undefined };
}

function toView(run: RunView) {
  return {
    run_id: run.id,
    function_id: run.function_id,
    event_id: run.event_id,
    status: run.status.charAt(0).toUpperCase() + run.status.slice(1),
    run_started_at: run.started_at ?? run.created_at,
    ended_at: run.ended_at,
    output: run.status === "completed" ? run.output : run.error,
  };
}
