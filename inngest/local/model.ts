import type pg from "pg";
import type { FunctionConfig } from "./protocol/function-config";

/** An event as functions receive it. */
export type EventPayload = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  user?: unknown;
  v?: unknown;
  meta?: unknown;
};

export type StoredEvent = { id: string; payload: EventPayload };

export type FunctionRow = { id: string; url: string; max_attempts: number; config: FunctionConfig };

/** A run that is asked for. */
export type Start = {
  fn: FunctionRow;
  event: StoredEvent;
  /** The step of another run that invoked this one. */
  parent?: { runId: string; stepId: string } | undefined;
  /** The batch whose events start the run; `event` is the first of them. */
  batchId?: string | undefined;
};

export type RunStatus = "queued" | "running" | "completed" | "failed" | "cancelled";

export type RunRow = {
  id: string;
  function_id: string;
  event_id: string;
  status: RunStatus;
  slot_keys: string[];
  slot_limits: number[];
  request_version: number;
  plan_only: boolean;
  steps_done: number;
  /** Times that a person had the run go on after it had failed. */
  retries: number;
  parent_run_id: string | null;
  parent_step_id: string | null;
  /** Place among those that wait for capacity: the earlier, the sooner. */
  place: Date;
  priority: number;
  throttle_key: string | null;
  singleton_key: string | null;
  is_batch: boolean;
  /** Size of all that its steps returned; the driver reads the column as text. */
  state_bytes: string;
};

export type CallRow = {
  id: string;
  run_id: string;
  step_id: string | null;
  attempt: number;
  state: "queued" | "waiting" | "running" | "done";
  job_id: string | null;
  unreachable: number;
};

export type DurableLog = Record<
  "debug" | "info" | "warn" | "error",
  (message: string, fields?: Record<string, unknown>) => void
>;

/** What every part of the server works with. */
export type Engine = {
  pool: pg.Pool;
  log: DurableLog;
  signingKey: string;
  signingKeyFallback: string | undefined;
  eventKey: string;
  /** Shortens every back-off, for tests; 1 in production. */
  backoffScale: number;
  /** Longest time that one call to the app may take. */
  callTimeoutMs: number;
  /** Run state above this size is fetched by the app instead of sent along. */
  inlineLimitBytes: number;
  /** Aborted when the server gives up waiting for calls under way. */
  shutdown: AbortSignal;
};
