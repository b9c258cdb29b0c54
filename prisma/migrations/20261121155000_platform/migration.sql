-- AlterTable
ALTER TABLE "setup_links" ADD COLUMN     "created_by" TEXT,
ADD COLUMN     "host" TEXT,
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "kind" "tenant_kind" NOT NULL DEFAULT 'COMPANY',
ADD COLUMN     "note" TEXT,
ADD COLUMN     "revoked_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "setup_links_id_key" ON "setup_links"("id");

alter table setup_links add constraint setup_links_platform_host check (kind <> 'PLATFORM' or host is not null);

-- The platform: the tenant of the people who run the installation. Each function below that reaches beyond the own tenant looks at
-- the tenant of the transaction, whatever rights the caller holds.
create function platform_is_asking() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select app_client() is null and app_tenant() is not null and app_tenant() = (select id from tenants where kind = 'PLATFORM')
$$;

-- What a menu asks: a tenant never changes its kind.
create function tenant_is_platform(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from tenants where id = wanted and kind = 'PLATFORM')
$$;

create function tenant_is_suspended(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from tenants where id = wanted and status = 'SUSPENDED')
$$;

-- Whether a link could be used: for the platform while there is none, for the first company while there is none, for a further one
-- while nobody has its host.
create function setup_link_fits(wanted_kind tenant_kind, wanted_host text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when wanted_kind = 'PLATFORM' then not exists (select 1 from tenants where kind = 'PLATFORM')
    when wanted_host is null then not exists (select 1 from tenants where kind = 'COMPANY')
    else true end
    and not exists (select 1 from tenant_domains where host = wanted_host and verified_at is not null)
$$;

drop function use_setup_link(bytea, timestamptz);
-- Uses a set-up link up: its row once, for one caller, before it expires; nothing else.
create function use_setup_link(wanted bytea, at timestamptz) returns table (kind tenant_kind, host text)
language sql volatile security definer set search_path = public, pg_temp as $$
  update setup_links l set used_at = at
  where l.token_hash = wanted and l.used_at is null and l.revoked_at is null and l.expires_at > at and setup_link_fits(l.kind, l.host)
  returning l.kind, l.host
$$;

drop function is_setup_link_open(bytea, timestamptz);
-- What a link that could still be used is for; the set-up page asks before it shows its form.
create function open_setup_link(wanted bytea, at timestamptz) returns table (kind tenant_kind, host text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.kind, l.host from setup_links l
  where l.token_hash = wanted and l.used_at is null and l.revoked_at is null and l.expires_at > at and setup_link_fits(l.kind, l.host)
$$;

-- A link for a company's owner; one for the same host that is still open is closed. Nothing where a host is in use already.
create function platform_add_link(
  link uuid, hash bytea, wanted_host text, about text, by_name text, at timestamptz, until timestamptz
) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with former as (
    update setup_links set revoked_at = at
    where kind = 'COMPANY' and host = wanted_host and used_at is null and revoked_at is null and platform_is_asking()
  )
  insert into setup_links (id, token_hash, kind, host, note, created_by, created_at, expires_at)
  select link, hash, 'COMPANY', wanted_host, about, by_name, at, until
  where platform_is_asking() and not exists (select 1 from tenant_domains where host = wanted_host and verified_at is not null)
  returning true
$$;

-- The links that could still be used.
create function platform_links(at timestamptz)
returns table (id uuid, host text, note text, "createdBy" text, "createdAt" timestamptz, "expiresAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.host, l.note, l.created_by, l.created_at, l.expires_at from setup_links l
  where l.kind = 'COMPANY' and l.host is not null and l.used_at is null and l.revoked_at is null and l.expires_at > at
    and platform_is_asking()
  order by l.created_at desc, l.id
$$;

create function platform_revoke_link(link uuid, at timestamptz) returns text
language sql volatile security definer set search_path = public, pg_temp as $$
  update setup_links set revoked_at = at
  where id = link and kind = 'COMPANY' and host is not null and used_at is null and revoked_at is null and expires_at > at
    and platform_is_asking()
  returning host
$$;

-- The companies, for a list that pages: `tenant_id` is that of the platform, whose list it is.
create function platform_companies()
returns table (tenant_id uuid, id uuid, name text, legal_name text, country text, currency text, language text, time_zone text,
  tax_number text, registration_number text, email text, accent text, status text, suspended_reason text, hosts text[], version int,
  created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select app_tenant(), t.id, t.name, t.legal_name, t.country::text, t.currency::text, t.language, t.time_zone, t.tax_number,
    t.registration_number, t.email, t.accent, t.status::text, t.suspended_reason,
    array(select d.host from tenant_domains d where d.tenant_id = t.id and d.verified_at is not null order by d.is_primary desc, d.host),
    t.version, t.created_at
  from tenants t where t.kind = 'COMPANY' and platform_is_asking()
$$;

-- How large some companies are, and when anybody of them was last here.
create function platform_company_figures(wanted uuid[])
returns table (id uuid, "clientCount" bigint, "staffCount" bigint, "personCount" bigint, "fileBytes" bigint, "lastSeenAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id,
    (select count(*) from clients c where c.tenant_id = t.id and c.status = 'ACTIVE'),
    (select count(*) from users u where u.tenant_id = t.id and u.kind = 'STAFF' and u.status::text = 'ACTIVE'),
    (select count(*) from users u where u.tenant_id = t.id and u.kind = 'CLIENT' and u.status::text = 'ACTIVE'),
    (select coalesce(sum(f.size_bytes), 0)::bigint from stored_files f where f.tenant_id = t.id),
    (select max(s.last_seen_at) from sessions s where s.tenant_id = t.id and s.impersonator_id is null)
  from tenants t where t.id = any (wanted) and t.kind = 'COMPANY' and platform_is_asking()
$$;

-- True when the company was in the other state.
create function platform_set_status(company uuid, wanted tenant_status, why text, at timestamptz) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  update tenants set status = wanted, suspended_reason = why, updated_at = at, version = version + 1
  where id = company and kind = 'COMPANY' and status <> wanted and platform_is_asking()
  returning true
$$;

-- What an export of a company holds: every table of a tenant with the columns that go out and those that order its pages, or the
-- reason why it stays behind. Bytes stay behind but for the files that people put in; so does whatever is a secret or a hash by its name.
create function platform_export_plan() returns table (name text, columns text[], keys text[], reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  with left_out (name, reason) as (values
    ('user_credentials', 'credential'), ('secrets', 'credential'), ('one_time_tokens', 'credential'), ('totp_factors', 'credential'),
    ('recovery_codes', 'credential'), ('passkeys', 'credential'), ('known_devices', 'credential'),
    ('sign_in_challenges', 'passing'), ('sign_in_throttles', 'passing'), ('account_requests', 'passing'),
    ('idempotency_keys', 'passing'), ('outbox_events', 'passing'),
    ('client_search', 'derived'), ('audit_heads', 'derived')
  ), tables as (
    select c.oid, c.relname::text as name, case when c.relname = 'tenants' then 'id' else 'tenant_id' end as owner_column
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (c.relname = 'tenants' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
  )
  select t.name,
    array(
      select a.attname::text from pg_attribute a
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        and (a.atttypid <> 'bytea'::regtype or (t.name = 'stored_files' and a.attname = 'content'))
        and a.attname !~ '(secret|hash|token|envelope|password|private)'
        -- A mail's text may hold a link that signs somebody in.
        and not (t.name = 'mail_messages' and a.attname = 'body')
        and not (t.name = 'journal_entries' and a.attname = 'posted_xact')
      order by a.attnum),
    -- A unique index whose columns are never null, the tenant's first where there is one: pages follow each other along it.
    array(
      select a.attname::text
      from unnest((
        select i.indkey::int2[] from pg_index i
        where i.indrelid = t.oid and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
          and not exists (
            select 1 from unnest(i.indkey::int2[]) k join pg_attribute a on a.attrelid = t.oid and a.attnum = k where not a.attnotnull)
        order by (select a.attname = t.owner_column from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]) desc,
          exists (select 1 from unnest(i.indkey::int2[]) k join pg_attribute a on a.attrelid = t.oid and a.attnum = k
            where a.attname = 'id') desc,
          i.indisprimary desc, i.indexrelid
        limit 1
      )) with ordinality k (attnum, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
      where a.attname <> t.owner_column order by k.place),
    l.reason
  from tables t left join left_out l on l.name = t.name
  where platform_is_asking()
  order by t.name <> 'tenants', t.name
$$;

-- The next rows of one table of a company, each as a line of JSON, after the place where the page before ended.
-- Along its index, whatever the planner thinks of a table that has grown since it was last looked at: a sort per page would read the
-- whole table each time.
create function platform_export_page(company uuid, target text, after text[], most int) returns table (place text[], line text)
language plpgsql stable security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
declare
  relation oid;
  plan record;
  owner_column text := case when target = 'tenants' then 'id' else 'tenant_id' end;
  picked text;
  places text;
  as_text text;
  bounds text;
begin
  if not exists (select 1 from platform_companies() c where c.id = company) then
    return;
  end if;
  select * into plan from platform_export_plan() p where p.name = target and p.reason is null;
  if not found then
    return;
  end if;

  relation := format('public.%I', target)::regclass;
  select string_agg(
    case when a.atttypid = 'bytea'::regtype then format('translate(encode(t.%I, ''base64''), E''\n'', '''') as %I', a.attname, a.attname)
      else format('t.%I', a.attname) end, ', ' order by a.attnum)
  into picked from pg_attribute a where a.attrelid = relation and a.attname::text = any (plan.columns);

  select string_agg(format('t.%I', k.name), ', ' order by k.place),
    string_agg(format('t.%I::text', k.name), ', ' order by k.place),
    string_agg(format('$2[%s]::%s', k.place, format_type(a.atttypid, a.atttypmod)), ', ' order by k.place)
  into places, as_text, bounds
  from unnest(plan.keys) with ordinality k (name, place) join pg_attribute a on a.attrelid = relation and a.attname::text = k.name;

  return query execute format(
    'select %s, jsonb_build_object(''table'', %L, ''row'', to_jsonb(x))::text from %I t cross join lateral (select %s) x where t.%I = $1%s%s limit $3',
    case when places is null then 'array[]::text[]' else format('array[%s]::text[]', as_text) end,
    target, target, picked, owner_column,
    case when after is null or places is null then '' else format(' and (%s) > (%s)', places, bounds) end,
    case when places is null then '' else format(' order by %s', places) end)
  using company, after, least(greatest(most, 1), 1000);
end $$;

grant execute on function platform_is_asking(), tenant_is_platform(uuid), tenant_is_suspended(uuid),
  use_setup_link(bytea, timestamptz), open_setup_link(bytea, timestamptz),
  platform_add_link(uuid, bytea, text, text, text, timestamptz, timestamptz), platform_links(timestamptz),
  platform_revoke_link(uuid, timestamptz), platform_companies(), platform_company_figures(uuid[]),
  platform_set_status(uuid, tenant_status, text, timestamptz), platform_export_plan(), platform_export_page(uuid, text, text[], int)
  to panel1_app;
