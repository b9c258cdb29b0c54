-- Tenant isolation: row-level security, narrow functions, grants. docs/decisions/0003-tenant-isolation.md says why.
-- The group roles panel1_app, panel1_platform and panel1_durable are made before migrations run (lib/core/db/roles.ts).

create extension if not exists btree_gin;

-- A function is callable by those to whom it is granted below, and by nobody else. Holds for later migrations too.
alter default privileges revoke execute on functions from public;

-- The tenant and the client that the running transaction acts for; null when none is set, so that no row matches.
create function app_tenant() returns uuid language sql stable
  as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

create function app_client() returns uuid language sql stable
  as $$ select nullif(current_setting('app.client_id', true), '')::uuid $$;

-- Puts one table under the tenant's policy. Audience:
--   staff   rows of the tenant, and none at all to an actor who is bound to a client
--   client  rows of the tenant; an actor bound to a client sees only rows whose client_id (or `client_column`) is his
--   shared  rows of the tenant, to all its actors
-- The owner keeps a policy of its own for migrations and narrow functions; the application never connects as the owner.
create function isolate_table(target regclass, audience text, privileges text, client_column text default 'client_id')
returns void language plpgsql as $$
declare
  rule text := 'tenant_id = (select app_tenant())';
begin
  if audience = 'staff' then
    rule := rule || ' and (select app_client()) is null';
  elsif audience = 'client' then
    rule := rule || format(' and ((select app_client()) is null or %I = (select app_client()))', client_column);
  elsif audience <> 'shared' then
    raise exception 'unknown audience %', audience;
  end if;

  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s to panel1_app using (%s) with check (%s)', target, rule, rule);
  execute format('create policy owner on %s to current_user using (true) with check (true)', target);
  execute format('grant %s on %s to panel1_app', privileges, target);
end $$;

revoke create on schema public from public;
grant usage on schema public to panel1_app, panel1_platform;

-- Tenants: a tenant sees itself. The column is `id` rather than tenant_id.
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant on tenants to panel1_app using (id = (select app_tenant())) with check (id = (select app_tenant()));
create policy owner on tenants to current_user using (true) with check (true);
create policy platform on tenants to panel1_platform using (true) with check (true);
grant select, insert, update on tenants to panel1_app;
grant select, update on tenants to panel1_platform;

select isolate_table('tenant_domains', 'staff', 'select, insert, delete');
create policy platform on tenant_domains to panel1_platform using (true) with check (true);
grant select, insert, delete on tenant_domains to panel1_platform;

-- Set-up links belong to no tenant. The platform issues them; the narrow function below uses one up.
alter table setup_links enable row level security;
alter table setup_links force row level security;
create policy owner on setup_links to current_user using (true) with check (true);
create policy platform on setup_links to panel1_platform using (true) with check (true);
grant select, insert, delete on setup_links to panel1_platform;

select isolate_table('users', 'client', 'select, insert, update');
select isolate_table('user_credentials', 'staff', 'delete');
select isolate_table('sessions', 'shared', 'select, insert, update');
select isolate_table('api_keys', 'staff', 'insert');
select isolate_table('clients', 'client', 'select, insert, update', 'id');
select isolate_table('ledger_accounts', 'staff', 'select, insert');
select isolate_table('journal_entries', 'staff', 'select, insert');
select isolate_table('journal_lines', 'client', 'select, insert');
select isolate_table('ledger_balances', 'client', 'select');
select isolate_table('audit_log', 'staff', 'select');
select isolate_table('audit_heads', 'staff', 'select');
select isolate_table('outbox_events', 'shared', 'insert');
select isolate_table('idempotency_keys', 'shared', 'select, insert, update, delete');
select isolate_table('number_series', 'shared', 'select, insert, update');
-- No grant at all: see secret_write and secret_read below.
select isolate_table('secrets', 'staff', 'references');
revoke references on secrets from panel1_app;

-- An API key's hash may be written, never read (S-62).
grant select (id, tenant_id, name, prefix, scopes, created_by_id, expires_at, last_used_at, revoked_at, version, created_at, updated_at)
  on api_keys to panel1_app;
grant update (name, scopes, expires_at, last_used_at, revoked_at, version, updated_at) on api_keys to panel1_app;

-- Code and type of an account say what its history means: only its name changes.
grant update (name, version, updated_at) on ledger_accounts to panel1_app;

grant usage on sequence outbox_events_sequence_seq to panel1_app;

create policy platform on outbox_events to panel1_platform using (true) with check (true);
grant select, update, delete on outbox_events to panel1_platform;
create policy platform on idempotency_keys to panel1_platform using (true) with check (true);
grant select (tenant_id, actor_key, key, expires_at), delete on idempotency_keys to panel1_platform;
create policy platform on secrets to panel1_platform using (true) with check (true);
grant select, update on secrets to panel1_platform;
create policy platform on audit_log for select to panel1_platform using (true);
grant select on audit_log, audit_heads to panel1_platform;
create policy platform on audit_heads for select to panel1_platform using (true);

grant select, insert, update, delete on rate_limits to panel1_app, panel1_platform;

-- Indexes that the schema language cannot say.
create index outbox_events_unsent on outbox_events (sequence) where sent_at is null;
create index outbox_events_sent on outbox_events (sent_at) where sent_at is not null;
create unique index ledger_balances_key on ledger_balances (tenant_id, account_id, client_id, currency, day) nulls not distinct;
create index rate_limits_expire on rate_limits (expire);
-- Partial, so that no look-up by key alone can be planned on them: in a young database they would seem as good as the primary key.
create unique index journal_entries_reverses on journal_entries (tenant_id, reverses_id) where reverses_id is not null;
create index journal_entries_source on journal_entries (tenant_id, source_id) where source_id is not null;
create index journal_lines_client on journal_lines (tenant_id, client_id, entry_id) where client_id is not null;

-- Composite references where the schema language would ask for a relation nobody reads.
alter table user_credentials add constraint user_credentials_user_fkey
  foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table ledger_balances add constraint ledger_balances_account_fkey
  foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id);
alter table ledger_balances add constraint ledger_balances_client_fkey
  foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table audit_log add constraint audit_log_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table audit_heads add constraint audit_heads_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table secrets add constraint secrets_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table number_series add constraint number_series_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table idempotency_keys add constraint idempotency_keys_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table outbox_events add constraint outbox_events_tenant_fkey foreign key (tenant_id) references tenants (id);

-- Values that no caller may store.
alter table users add constraint users_email_canonical check (email = lower(email) and email !~ '[[:space:][:cntrl:]]');
alter table users add constraint users_client_kind check ((kind = 'CLIENT') = (client_id is not null));
alter table journal_entries add constraint journal_entries_line_count check (line_count >= 2);
-- 2^53 - 1, so that every amount survives JSON.
alter table journal_lines add constraint journal_lines_amount
  check (amount_minor <> 0 and amount_minor between -9007199254740991 and 9007199254740991);
alter table journal_lines add constraint journal_lines_currency check (currency ~ '^[A-Z]{3}$');
alter table ledger_accounts add constraint ledger_accounts_code check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,19}$');
alter table number_series add constraint number_series_positive check (last >= 0);

-- Narrow functions. Each runs as the owner, repeats the tenant's filter, and fixes its search path.

-- The tenant that answers on a host; where the installation has exactly one tenant, that one answers on any host.
create function tenant_for_host(wanted text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select tenant_id from tenant_domains where host = lower(wanted)),
    (select min(id::text)::uuid from tenants having count(*) = 1)
  )
$$;

-- Uses a set-up link up: true once, for one caller, before it expires.
create function use_setup_link(wanted bytea, at timestamptz) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (
    update setup_links set used_at = at
    where token_hash = wanted and used_at is null and expires_at > at
    returning 1
  )
  select exists (select 1 from used)
$$;

-- Whether a link could still be used; the set-up page asks before it shows its form.
create function is_setup_link_open(wanted bytea, at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from setup_links where token_hash = wanted and used_at is null and expires_at > at)
$$;

create function is_installation_empty() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select 1 from tenants)
$$;

create function credential_write(owner_id uuid, hash text, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into user_credentials (tenant_id, user_id, password_hash, updated_at)
  select app_tenant(), owner_id, hash, at where app_tenant() is not null
  on conflict (tenant_id, user_id) do update set password_hash = excluded.password_hash, updated_at = excluded.updated_at
$$;

create function credential_hash(owner_id uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select password_hash from user_credentials where tenant_id = app_tenant() and user_id = owner_id
$$;

-- Who stands behind an API key, in one round trip: empty unless key, creator and tenant are all in force. Notes the use at most once a minute.
create function api_key_holder(tenant uuid, wanted bytea)
returns table (id uuid, name text, scopes text[], role text, kind user_kind, client_id uuid)
language sql volatile security definer set search_path = public, pg_temp as $$
  with live as (
    select k.id, k.name, k.scopes, u.role, u.kind, u.client_id
    from api_keys k
      join users u on u.tenant_id = k.tenant_id and u.id = k.created_by_id and u.status = 'ACTIVE'
      join tenants t on t.id = k.tenant_id and t.status = 'ACTIVE'
    where k.tenant_id = tenant and k.secret_hash = wanted
      and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
  ), noted as (
    update api_keys k set last_used_at = now() from live
    where k.tenant_id = tenant and k.id = live.id
      and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute')
    returning 1
  )
  select live.* from live
$$;

-- Who is signed in by a session, in one round trip: empty unless session, user and tenant are all in force. Notes the visit at most once a minute.
create function session_holder(tenant uuid, wanted uuid, owner_id uuid, idle interval)
returns table (id uuid, name text, email text, language text, role text, kind user_kind, client_id uuid)
language sql volatile security definer set search_path = public, pg_temp as $$
  with live as (
    select u.id, u.name, u.email, u.language, u.role, u.kind, u.client_id
    from sessions s
      join users u on u.tenant_id = s.tenant_id and u.id = s.user_id and u.status = 'ACTIVE'
      join tenants t on t.id = s.tenant_id and t.status = 'ACTIVE'
    where s.tenant_id = tenant and s.id = wanted and s.user_id = owner_id
      and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - idle
  ), noted as (
    update sessions s set last_seen_at = now() from live
    where s.tenant_id = tenant and s.id = wanted and s.last_seen_at < now() - interval '1 minute'
    returning 1
  )
  select live.* from live
$$;

-- How many of the tenant's events wait for the relay, and since when. The role that adds events does not read them.
create function outbox_backlog() returns table (waiting bigint, oldest timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*), min(occurred_at) from outbox_events where sent_at is null and tenant_id = app_tenant() and app_client() is null
$$;

create function secret_write(secret_id uuid, secret_purpose text, secret_key_id text, secret_envelope text, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into secrets (id, tenant_id, purpose, key_id, envelope, created_at, updated_at)
  select secret_id, app_tenant(), secret_purpose, secret_key_id, secret_envelope, at, at
  where app_tenant() is not null and app_client() is null
  on conflict (id) do update
    set key_id = excluded.key_id, envelope = excluded.envelope, updated_at = excluded.updated_at
    where secrets.tenant_id = app_tenant() and secrets.purpose = excluded.purpose
$$;

create function secret_read(secret_id uuid, secret_purpose text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select envelope from secrets
  where id = secret_id and tenant_id = app_tenant() and purpose = secret_purpose and app_client() is null
$$;

create function secret_delete(secret_id uuid, secret_purpose text) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from secrets where id = secret_id and tenant_id = app_tenant() and purpose = secret_purpose
      and app_client() is null returning 1
  )
  select exists (select 1 from gone)
$$;

-- Audit: one call appends all entries of a transaction. The head row is locked here, last before commit, so the chain has no gap.
create function audit_row_hash(previous bytea, e audit_log) returns bytea language sql immutable as $$
  select sha256(previous || convert_to(jsonb_build_array(
    e.tenant_id, e.sequence, e.id, round(extract(epoch from e.at) * 1000)::bigint, e.operation, e.actor_kind, e.actor_id,
    e.actor_name, e.address, e.request_id, e.record_type, e.record_id, e.before, e.after)::text, 'UTF8'))
$$;

create function audit_append(
  at timestamptz, actor_kind text, actor_id uuid, actor_name text, address text, request_id text, entries jsonb
) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  tenant uuid := app_tenant();
  head audit_heads;
  entry jsonb;
  link audit_log;
begin
  if tenant is null then
    raise exception 'audit_append needs a tenant' using errcode = 'insufficient_privilege';
  end if;

  insert into audit_heads (tenant_id, sequence, hash) values (tenant, 0, '\x'::bytea) on conflict do nothing;
  select * into head from audit_heads where tenant_id = tenant for update;

  for entry in select value from jsonb_array_elements(entries) loop
    link := row(
      tenant, head.sequence + 1, (entry->>'id')::uuid, at, entry->>'operation', actor_kind, actor_id, actor_name, address,
      request_id, entry->>'recordType', entry->>'recordId', nullif(entry->'before', 'null'::jsonb),
      nullif(entry->'after', 'null'::jsonb), head.hash, null)::audit_log;
    link.hash := audit_row_hash(head.hash, link);
    insert into audit_log select link.*;
    head.sequence := link.sequence;
    head.hash := link.hash;
  end loop;

  update audit_heads set sequence = head.sequence, hash = head.hash where tenant_id = tenant;
end $$;

-- The first sequence at which a tenant's chain does not hold, or null when all of it does.
create function audit_first_break(tenant uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  with chain as (
    select e.sequence, e.previous_hash, e.hash, audit_row_hash(e.previous_hash, e) as computed,
      lag(e.hash, 1, '\x'::bytea) over w as expected,
      lag(e.sequence, 1, 0::bigint) over w + 1 as expected_sequence
    from audit_log e where e.tenant_id = tenant
    window w as (order by e.sequence)
  ), broken as (
    select sequence from chain
    where hash <> computed or previous_hash <> expected or sequence <> expected_sequence
    union all
    select h.sequence from audit_heads h
    where h.tenant_id = tenant and not exists (
      select 1 from audit_log e where e.tenant_id = tenant and e.sequence = h.sequence and e.hash = h.hash)
      and h.sequence > 0
  )
  select min(sequence) from broken where tenant = app_tenant() or pg_has_role(session_user, 'panel1_platform', 'member')
$$;

-- Nothing posted and nothing audited is ever changed, by any role.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: rows are only ever added', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_log_is_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_change();
create trigger journal_entries_are_final before update or delete or truncate on journal_entries
  for each statement execute function refuse_change();
create trigger journal_lines_are_final before update or delete or truncate on journal_lines
  for each statement execute function refuse_change();

-- Ledger. An entry is complete in the transaction that posts it, and balanced when that commits.
create function journal_entry_stamp() returns trigger language plpgsql as $$
begin
  new.posted_xact := pg_current_xact_id();
  return new;
end $$;

create trigger journal_entries_stamp before insert on journal_entries
  for each row execute function journal_entry_stamp();

-- Lines join their entry in the transaction that posts it, at positions 1 to line_count. Positions are unique, so once an entry
-- was found complete there is no place left in it: not even in the same transaction after SET CONSTRAINTS.
-- The planner's choices are fixed for the functions of the ledger: a session keeps their plans, and one that was made while the
-- books were nearly empty would scan whole tables for every posting.
create function journal_lines_posted() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if exists (
    select 1 from added a left join journal_entries e on e.tenant_id = a.tenant_id and e.id = a.entry_id
    where e.posted_xact is distinct from pg_current_xact_id() or a.position not between 1 and e.line_count
  ) then
    raise exception 'a line cannot join an entry that is already posted or full' using errcode = 'restrict_violation',
      constraint = 'journal_lines_join';
  end if;

  -- One posting of a company after the other, from here to the commit: nearly all of them meet in the rows of bank, income or tax
  -- of the day anyway, and a transaction that posts twice could lock those in another order than its neighbour.
  perform pg_advisory_xact_lock(hashtextextended(tenant_id::text, 7202)) from (select distinct tenant_id from added) t;

  insert into ledger_balances (tenant_id, account_id, client_id, currency, day, debit_minor, credit_minor)
  select a.tenant_id, a.account_id, a.client_id, a.currency, e.day,
    coalesce(sum(a.amount_minor) filter (where a.amount_minor > 0), 0),
    coalesce(-sum(a.amount_minor) filter (where a.amount_minor < 0), 0)
  from added a join journal_entries e on e.tenant_id = a.tenant_id and e.id = a.entry_id
  group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4, 5
  on conflict (tenant_id, account_id, client_id, currency, day) do update
    set debit_minor = ledger_balances.debit_minor + excluded.debit_minor,
        credit_minor = ledger_balances.credit_minor + excluded.credit_minor;
  return null;
end $$;

create trigger journal_lines_posted after insert on journal_lines
  referencing new table as added for each statement execute function journal_lines_posted();

-- Balances follow postings and nothing else: a statement that no trigger sent is refused, the owner's too.
create function refuse_direct_write() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception '% on % is refused: postings keep it', tg_op, tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create trigger ledger_balances_follow_postings before insert or update or delete or truncate on ledger_balances
  for each statement execute function refuse_direct_write();

create function journal_entry_balances() returns trigger
language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  lines bigint;
  unbalanced text;
begin
  select sum(n), string_agg(currency, ', ') filter (where total <> 0) into lines, unbalanced
  from (
    select currency, count(*) as n, sum(amount_minor) as total
    from journal_lines where tenant_id = new.tenant_id and entry_id = new.id group by currency
  ) by_currency;

  if unbalanced is not null then
    raise exception 'journal entry % does not balance in %', new.id, unbalanced using errcode = 'check_violation',
      constraint = 'journal_entry_balances';
  end if;
  if coalesce(lines, 0) <> new.line_count then
    raise exception 'journal entry % has % lines, not %', new.id, coalesce(lines, 0), new.line_count
      using errcode = 'check_violation', constraint = 'journal_entry_complete';
  end if;
  if new.reverses_id is not null and not journal_entry_mirrors(new) then
    raise exception 'journal entry % does not mirror %', new.id, new.reverses_id using errcode = 'check_violation',
      constraint = 'journal_entry_mirrors';
  end if;
  return null;
end $$;

-- Whether a reversal takes back what it reverses: every line of it with the other sign, and not itself a reversal.
create function journal_entry_mirrors(reversal journal_entries) returns boolean
language sql stable as $$
  select exists (
    select 1 from journal_entries e
    where e.tenant_id = reversal.tenant_id and e.id = reversal.reverses_id and e.reverses_id is null
      and e.line_count = reversal.line_count
  ) and not exists (
    select account_id, client_id, currency, -amount_minor from journal_lines
    where tenant_id = reversal.tenant_id and entry_id = reversal.id
    except all
    select account_id, client_id, currency, amount_minor from journal_lines
    where tenant_id = reversal.tenant_id and entry_id = reversal.reverses_id
  )
$$;

create constraint trigger journal_entries_balance after insert on journal_entries
  deferrable initially deferred for each row execute function journal_entry_balances();

-- Search. Full-text operators are not leakproof, so under row-level security their index would not be used: the narrow
-- function searches as the owner and repeats the tenant's and the client's filter.
create function client_document(name text, company_name text, email text, number bigint) returns tsvector
language sql immutable as $$
  select to_tsvector('simple', name || ' ' || coalesce(company_name, '') || ' ' || email || ' '
    || translate(email, '@.-_+', '     ') || ' ' || number::text)
$$;

create index clients_search on clients using gin (tenant_id, client_document(name, company_name, email, number));

-- What a person typed, as "every word, each from its beginning". Operators in the text mean nothing.
create function search_words(typed text) returns tsquery language sql immutable as $$
  select to_tsquery('simple', coalesce(string_agg(quote_literal(lexeme) || ':*', ' & '), ''))
  from unnest(to_tsvector('simple', left(typed, 200)))
$$;

create function search_clients(typed text, most int) returns setof clients
language sql stable security definer set search_path = public, pg_temp as $$
  select c.* from clients c
  where c.tenant_id = app_tenant()
    and client_document(c.name, c.company_name, c.email, c.number) @@ search_words(typed)
    and (app_client() is null or c.id = app_client())
  order by c.created_at desc, c.id desc limit least(most, 200)
$$;

-- Readiness asks which migrations are in; the table of the migration engine itself is the owner's. Dynamic, because the engine
-- makes that table and this function must also exist where migrations were applied by other means.
create function applied_migrations() returns table (name text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if to_regclass('public._prisma_migrations') is not null then
    return query execute
      'select migration_name::text from public._prisma_migrations where finished_at is not null and rolled_back_at is null';
  end if;
end $$;

grant execute on function app_tenant(), app_client(), client_document(text, text, text, bigint) to panel1_app, panel1_platform;
grant execute on function tenant_for_host(text), use_setup_link(bytea, timestamptz), is_setup_link_open(bytea, timestamptz),
  is_installation_empty(), credential_write(uuid, text, timestamptz), credential_hash(uuid), api_key_holder(uuid, bytea),
  session_holder(uuid, uuid, uuid, interval), outbox_backlog(),
  secret_write(uuid, text, text, text, timestamptz), secret_read(uuid, text), secret_delete(uuid, text),
  audit_append(timestamptz, text, uuid, text, text, text, jsonb), audit_first_break(uuid), search_clients(text, int)
  to panel1_app;
grant execute on function audit_first_break(uuid), is_installation_empty(), tenant_for_host(text), applied_migrations()
  to panel1_platform;
