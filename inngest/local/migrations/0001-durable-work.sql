-- State of the local durable-work server. Payloads are `json`, not `jsonb`: they must come back exactly as they were sent,
-- including escapes that jsonb refuses.

create table durable.apps (
  id text primary key,
  url text not null,
  sdk text not null,
  framework text,
  fingerprint text not null,
  registered_at timestamptz not null default now()
);

create table durable.functions (
  id text primary key,
  app_id text not null references durable.apps (id),
  name text not null,
  url text not null,
  max_attempts int not null check (max_attempts between 1 and 1000),
  -- The settings as registered, checked: everything in it is supported.
  config json not null,
  archived_at timestamptz
);

create table durable.triggers (
  function_id text not null references durable.functions (id) on delete cascade,
  position int not null,
  -- An event's name, or a prefix that ends in `*`.
  event_name text not null,
  expression text,
  primary key (function_id, position)
);
create index triggers_event on durable.triggers (event_name);

create table durable.schedules (
  function_id text not null references durable.functions (id) on delete cascade,
  -- As written in the function, zone included.
  cron text not null,
  next_at timestamptz not null,
  primary key (function_id, cron)
);

create table durable.events (
  id uuid primary key,
  -- The id that the function sees: the sender's, or ours.
  public_id text not null,
  name text not null,
  -- The whole event as functions receive it.
  payload json not null,
  received_at timestamptz not null default now()
);
create index events_received on durable.events (received_at);
create index events_public on durable.events (public_id);

-- One row per id by which a sender marks a repeat.
create table durable.event_ids (
  id text primary key,
  event_id uuid not null,
  expires_at timestamptz not null
);
create index event_ids_expiry on durable.event_ids (expires_at);

create table durable.runs (
  id uuid primary key,
  function_id text not null references durable.functions (id),
  event_id uuid not null references durable.events (id),
  status text not null default 'queued' check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  -- Of the event, for people who look for a record's runs.
  tenant_id text,
  subject text,
  -- Sorted concurrency keys and their limits, as of the run's start.
  slot_keys text[] not null default '{}',
  slot_limits int[] not null default '{}',
  request_version int not null default -1,
  -- Set while steps run side by side: discovery then plans steps and runs none.
  plan_only boolean not null default false,
  steps_done int not null default 0,
  parent_run_id uuid,
  parent_step_id text,
  output json,
  error json,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
create index runs_active on durable.runs (function_id, created_at) where ended_at is null;
create index runs_function on durable.runs (function_id, created_at);
create index runs_event on durable.runs (event_id);
create index runs_ended on durable.runs (ended_at) where ended_at is not null;
create index runs_subject on durable.runs (tenant_id, subject, created_at);
create index runs_parent on durable.runs (parent_run_id) where parent_run_id is not null;

create table durable.steps (
  run_id uuid not null references durable.runs (id) on delete cascade,
  -- The SDK's hash of the step's id.
  id text not null,
  op text not null,
  name text not null,
  options json,
  -- Steps that one answer reported together. The run goes on when all of them are done, unless they race.
  group_id bigint not null,
  is_race boolean not null default false,
  -- Order of completion; null while the step is open.
  position int,
  output json,
  error json,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (run_id, id)
);

-- One row per call to the app: the queue's unit of work and the run's history.
create table durable.calls (
  id bigint generated always as identity primary key,
  run_id uuid not null references durable.runs (id) on delete cascade,
  -- The step to run; null discovers what comes next.
  step_id text,
  attempt int not null default 0,
  state text not null default 'queued' check (state in ('queued', 'waiting', 'running', 'done')),
  -- The queue's job that runs it. Another job that finds the call running leaves it alone.
  job_id bigint,
  outcome text,
  error json,
  -- Times that the app could not be reached; such tries cost no attempt.
  unreachable int not null default 0,
  due_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
create index calls_run on durable.calls (run_id, id);
create index calls_open on durable.calls (id) where state <> 'done';

-- Capacity in use, and who waits for it.
create table durable.slots (
  key text not null,
  call_id bigint not null references durable.calls (id) on delete cascade,
  primary key (key, call_id)
);
create index slots_call on durable.slots (call_id);
create table durable.slot_waits (
  key text not null,
  call_id bigint not null references durable.calls (id) on delete cascade,
  primary key (key, call_id)
);
create index slot_waits_call on durable.slot_waits (call_id);

-- What an open run waits for: an event for a step, or an event that cancels it (step_id is null).
create table durable.waits (
  id bigint generated always as identity primary key,
  run_id uuid not null references durable.runs (id) on delete cascade,
  step_id text,
  event_name text not null,
  expression text,
  -- From an equality in the expression: where the awaited event must hold which value. Narrows the search.
  match_path text,
  match_value text,
  expires_at timestamptz,
  resolved_at timestamptz,
  event_id uuid
);
create index waits_open on durable.waits (event_name, match_path, match_value) where resolved_at is null;
create index waits_run on durable.waits (run_id);

create table durable.idempotency (
  function_id text not null references durable.functions (id) on delete cascade,
  key text not null,
  run_id uuid not null,
  expires_at timestamptz not null,
  primary key (function_id, key)
);
create index idempotency_expiry on durable.idempotency (expires_at);

-- Server processes and their queue workers. A process lives as long as its session holds the advisory lock (7202, id).
create table durable.instances (
  id int generated always as identity primary key,
  host text not null,
  process_id int not null,
  started_at timestamptz not null default now()
);
create table durable.workers (
  id text primary key,
  instance_id int not null references durable.instances (id) on delete cascade
);
create index workers_instance on durable.workers (instance_id);
