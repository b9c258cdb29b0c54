-- What the application needs to show runs to staff and to steer them. It reads under row-level security, and writes through the
-- narrow functions below only. Runs of no tenant (schedules of the installation) are shown where there is exactly one tenant.

alter table durable.runs
  -- When a person asked for the end of an open run; the server's job does it.
  add column cancel_asked_at timestamptz,
  -- Times that a person had the run go on after it had failed.
  add column retries int not null default 0,
  -- The run that this one repeats.
  add column repeats_id uuid;
create index runs_tenant on durable.runs (tenant_id, created_at, id);
create index runs_created on durable.runs (created_at, id);
create index runs_failed on durable.runs (tenant_id) where status = 'failed';
create index runs_repeats on durable.runs (repeats_id) where repeats_id is not null;

-- What a call ran, also where it was made to discover what comes next, and also where the step failed and is not reported yet.
alter table durable.calls
  add column ran_step_id text,
  add column ran_step_name text;

-- When a sleep is over, or a wait at the latest.
alter table durable.steps add column due_at timestamptz;

-- The tenant whose staff asks; null for anybody else, so that no row matches.
create function durable.viewer() returns text language sql stable as $$
  select nullif(current_setting('app.tenant_id', true), '') where coalesce(current_setting('app.client_id', true), '') = ''
$$;

-- Platform accounts will see runs of no tenant; until there are any, the only company of an installation does.
create function durable.has_one_tenant() returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select count(*) from (select from public.tenants limit 2) found) = 1;
end $$;

create function durable.is_seen(tenant text) returns boolean language sql stable as $$
  select coalesce(case when tenant is null then durable.viewer() is not null and durable.has_one_tenant()
    else tenant = durable.viewer() end, false)
$$;

alter table durable.runs enable row level security;
alter table durable.steps enable row level security;
alter table durable.calls enable row level security;
alter table durable.waits enable row level security;
alter table durable.events enable row level security;

do $$
declare
  target text;
begin
  -- Roles belong to the whole server; where the application's own migrations have not run there is nobody to grant to.
  if not exists (select from pg_roles where rolname = 'panel1_durable') then
    begin
      create role panel1_durable nologin;
    exception when duplicate_object or unique_violation then
      null; -- another database of this server created it at the same moment
    end;
  end if;
  foreach target in array array['runs', 'steps', 'calls', 'waits', 'events'] loop
    execute format('create policy durable on durable.%I to panel1_durable using (true) with check (true)', target);
  end loop;
end $$;

-- Ends of runs and steps, counted as they happen: metrics must not count the history. Spread over rows, so that workers do not
-- wait for each other.
create table durable.tallies (
  status text not null,
  shard int not null,
  runs bigint not null default 0,
  steps bigint not null default 0,
  primary key (status, shard)
) with (fillfactor = 50);

-- A run that goes on after its end takes its steps back: they are counted again when it ends again.
create function durable.tally() returns trigger
language plpgsql security definer set search_path = durable, pg_temp as $$
declare
  is_end boolean := new.ended_at is not null;
begin
  insert into durable.tallies as t (status, shard, runs, steps)
  values (case when is_end then new.status else old.status end, pg_backend_pid() % 16, case when is_end then 1 else 0 end,
    case when is_end then new.steps_done else -old.steps_done end)
  on conflict (status, shard) do update set runs = t.runs + excluded.runs, steps = t.steps + excluded.steps;
  return null;
end $$;
create trigger runs_tally after update of ended_at on durable.runs
  for each row when ((old.ended_at is null) <> (new.ended_at is null)) execute function durable.tally();

-- How much there is to do, across tenants, for metrics.
create function durable.gauge() returns jsonb
language sql stable security definer set search_path = durable, pg_temp as $$
  with open_calls as (
    select case when state = 'queued' and due_at > now() then 'delayed' else state end as state, count(*) as n,
      min(due_at) filter (where state in ('queued', 'waiting') and due_at <= now()) as oldest
    from durable.calls where state <> 'done' group by 1
  ), open_runs as (
    select status, count(*) as n, sum(steps_done) as steps from durable.runs where ended_at is null group by 1
  ), ended as (
    select status, sum(runs) as n, sum(steps) as steps from durable.tallies group by 1
  )
  select jsonb_build_object(
    'calls', (select jsonb_object_agg(state, n) from open_calls),
    'oldestSeconds', coalesce((select extract(epoch from now() - min(oldest)) from open_calls), 0)::float8,
    'runs', (select jsonb_object_agg(status, n) from open_runs),
    'ended', (select jsonb_object_agg(status, n) from ended),
    'steps', coalesce((select sum(steps) from ended), 0) + coalesce((select sum(steps) from open_runs), 0))
$$;

-- The commands of staff. Each locks the run, looks whether the deed is still possible, and queues the job that does it, so that of
-- two who press at once one is refused. They answer `done`, or why not.

create function durable.retry_run(wanted uuid) returns text
language plpgsql volatile security definer set search_path = durable, pg_temp as $$
declare
  run durable.runs;
begin
  select * into run from durable.runs r where r.id = wanted and durable.is_seen(r.tenant_id) for update;
  if run.id is null then return 'not_found'; end if;
  if run.status <> 'failed' then return 'not_failed'; end if;
  if durable.is_gone(run.function_id) then return 'function_gone'; end if;
  -- A step that was under way when the run failed may still be: the same step twice at once must not be.
  if exists (select from durable.calls c where c.run_id = wanted and c.state = 'running') then return 'busy'; end if;

  update durable.runs set status = 'queued', ended_at = null, cancel_asked_at = null, retries = retries + 1 where id = wanted;
  perform durable.revive_run(wanted);
  return 'done';
end $$;

create function durable.cancel_run(wanted uuid, reason text) returns text
language plpgsql volatile security definer set search_path = durable, pg_temp as $$
declare
  run durable.runs;
begin
  select * into run from durable.runs r where r.id = wanted and durable.is_seen(r.tenant_id) for update;
  if run.id is null then return 'not_found'; end if;
  if run.ended_at is not null then return 'ended'; end if;
  if run.cancel_asked_at is not null then return 'cancelling'; end if;

  update durable.runs set cancel_asked_at = now() where id = wanted;
  perform durable_queue.add_job('cancel', json_build_object('run', wanted, 'reason', reason), max_attempts => 32767,
    job_key => 'cancel:' || wanted);
  return 'done';
end $$;

create function durable.repeat_run(wanted uuid, new_id uuid) returns text
language plpgsql volatile security definer set search_path = durable, pg_temp as $$
declare
  run durable.runs;
begin
  select * into run from durable.runs r where r.id = wanted and durable.is_seen(r.tenant_id) for update;
  if run.id is null then return 'not_found'; end if;
  if run.ended_at is null then return 'not_ended'; end if;
  if durable.is_gone(run.function_id) then return 'function_gone'; end if;
  if exists (select from durable.runs r where r.repeats_id = wanted and r.ended_at is null) then return 'repeated'; end if;

  insert into durable.runs (id, function_id, event_id, tenant_id, subject, slot_keys, slot_limits, repeats_id)
  values (new_id, run.function_id, run.event_id, run.tenant_id, run.subject, run.slot_keys, run.slot_limits, wanted);
  perform durable.revive_run(new_id);
  return 'done';
end $$;

create function durable.is_gone(wanted text) returns boolean language sql stable as $$
  select exists (select from durable.functions f where f.id = wanted and f.archived_at is not null)
$$;

create function durable.revive_run(wanted uuid) returns void language plpgsql volatile as $$
begin
  perform durable_queue.add_job('revive', json_build_object('run', wanted), max_attempts => 32767,
    job_key => 'revive:' || wanted);
end $$;

revoke execute on all functions in schema durable from public;
-- Policies call these two with the rights of whoever reads.
do $$
begin
  if not exists (select from pg_roles where rolname = 'panel1_app') then return; end if;
  create policy viewer on durable.runs for select to panel1_app using (
    tenant_id = (select durable.viewer())
    or (tenant_id is null and (select durable.viewer()) is not null and (select durable.has_one_tenant())));
  create policy viewer on durable.steps for select to panel1_app
    using (exists (select from durable.runs r where r.id = run_id));
  create policy viewer on durable.calls for select to panel1_app
    using (exists (select from durable.runs r where r.id = run_id));
  create policy viewer on durable.waits for select to panel1_app
    using (exists (select from durable.runs r where r.id = run_id));
  create policy viewer on durable.events for select to panel1_app
    using (exists (select from durable.runs r where r.event_id = events.id));

  grant usage on schema durable to panel1_app, panel1_platform;
  grant select on durable.runs, durable.steps, durable.calls, durable.waits, durable.events, durable.schedules,
    durable.triggers to panel1_app;
  grant select (id, app_id, name, max_attempts, archived_at) on durable.functions to panel1_app;
  grant execute on function durable.viewer(), durable.has_one_tenant(), durable.retry_run(uuid),
    durable.cancel_run(uuid, text), durable.repeat_run(uuid, uuid) to panel1_app;
  grant execute on function durable.gauge() to panel1_platform;
end $$;
