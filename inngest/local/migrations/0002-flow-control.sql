-- Flow control: what decides when, whether and with which events a function runs.

alter table durable.runs
  -- Seconds by which the run goes ahead of others (or, below zero, starts later).
  add column priority int not null default 0,
  -- The run's place among those that wait for capacity: the earlier, the sooner.
  add column place timestamptz not null default now(),
  -- The throttle that the run's start counts against, and the key of which only one run is active.
  add column throttle_key text,
  add column singleton_key text,
  -- Whether run_events holds the events that started it.
  add column is_batch boolean not null default false,
  -- Size of all that its steps returned.
  add column state_bytes bigint not null default 0;
create index runs_singleton on durable.runs (singleton_key, id) where singleton_key is not null and ended_at is null;

-- A key is used up by an event that asks for a run; the run itself may start later.
alter table durable.idempotency alter column run_id drop not null;

alter table durable.slot_waits add column place timestamptz not null default now();
create index slot_waits_place on durable.slot_waits (key, place, call_id);

-- Starts so far under a rate limit or a throttle, as the cell rate algorithm counts them: when the next one would come if all came
-- evenly, in microseconds since 1970. A time that is over says nothing.
create table durable.rates (
  key text primary key,
  arrival_us bigint not null
);
create index rates_arrival on durable.rates (arrival_us);

-- First calls of runs that wait for their throttle.
create table durable.throttle_waits (
  key text not null,
  call_id bigint not null references durable.calls (id) on delete cascade,
  place timestamptz not null,
  primary key (key, call_id)
);
create index throttle_waits_place on durable.throttle_waits (key, place, call_id);
create index throttle_waits_call on durable.throttle_waits (call_id);

-- The last event of a series that has not been quiet for long enough.
create table durable.debounces (
  key text primary key,
  function_id text not null references durable.functions (id) on delete cascade,
  event_id uuid not null references durable.events (id),
  -- The event's own time: one that is older than the last does not take its place.
  event_ts bigint not null,
  due_at timestamptz not null,
  -- When the run starts though events still come.
  ends_at timestamptz,
  parent_run_id uuid,
  parent_step_id text
);
create index debounces_event on durable.debounces (event_id);
create index debounces_function on durable.debounces (function_id);

-- Batches that fill. One that starts becomes a run, its events become the run's.
create table durable.batches (
  id uuid primary key,
  key text not null unique,
  function_id text not null references durable.functions (id) on delete cascade,
  size int not null,
  bytes bigint not null,
  due_at timestamptz not null
);
create index batches_function on durable.batches (function_id);
create table durable.batch_events (
  batch_id uuid not null references durable.batches (id) on delete cascade,
  position int not null,
  event_id uuid not null references durable.events (id),
  parent_run_id uuid,
  parent_step_id text,
  primary key (batch_id, position)
);
create index batch_events_event on durable.batch_events (event_id);

create table durable.run_events (
  run_id uuid not null references durable.runs (id) on delete cascade,
  position int not null,
  event_id uuid not null references durable.events (id),
  parent_run_id uuid,
  parent_step_id text,
  primary key (run_id, position)
);
create index run_events_event on durable.run_events (event_id);
