-- CreateTable
CREATE TABLE "client_search" (
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "client_search_pkey" PRIMARY KEY ("tenant_id","client_id")
);

-- CreateTable
CREATE TABLE "data_exports" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_name" TEXT NOT NULL,
    "client_id" UUID,
    "requested_by_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure_requests" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_name" TEXT NOT NULL,
    "client_id" UUID,
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "reason" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "erasure_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erased_records" (
    "tenant_id" UUID NOT NULL,
    "record_id" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_records_pkey" PRIMARY KEY ("tenant_id","record_id")
);

-- CreateIndex
CREATE INDEX "client_search_tenant_id_created_at_client_id_idx" ON "client_search"("tenant_id", "created_at", "client_id");

-- CreateIndex
CREATE INDEX "data_exports_tenant_id_created_at_id_idx" ON "data_exports"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "data_exports_tenant_id_id_key" ON "data_exports"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "erasure_requests_tenant_id_created_at_id_idx" ON "erasure_requests"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_requests_tenant_id_id_key" ON "erasure_requests"("tenant_id", "id");

-- Isolation of the new tables. What a client is found by is read through search_clients alone.
select isolate_table('client_search', 'staff', 'references');
revoke references on client_search from panel1_app;
select isolate_table('data_exports', 'client', 'select, insert, update');
select isolate_table('erasure_requests', 'client', 'select, insert, update');
select isolate_table('erased_records', 'staff', 'select, insert');
alter table client_search add constraint client_search_client_fkey
  foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table data_exports add constraint data_exports_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table data_exports add constraint data_exports_status check (status in ('requested', 'ready', 'failed', 'expired'));
alter table erasure_requests add constraint erasure_requests_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table erasure_requests add constraint erasure_requests_status check (status in ('open', 'done', 'declined'));
create unique index erasure_requests_one_open on erasure_requests (tenant_id, subject_kind, subject_id) where status = 'open';
alter table erased_records add constraint erased_records_tenant_fkey foreign key (tenant_id) references tenants (id);

-- Erasure takes the address out of what was consented to; that somebody consented or withdrew stays.
grant update (email, address, user_id) on marketing_consents to panel1_app;

-- A client's people see the files that staff have shown them, whatever the code above asks for.
create policy visible on client_files as restrictive to panel1_app
  using (tenant_id = (select app_tenant()) and ((select app_client()) is null or is_visible))
  with check (tenant_id = (select app_tenant()) and ((select app_client()) is null or is_visible));

-- Currency. The first posting that names a client locks its currency, and a locked one does not change.
create function journal_lines_lock_currency() returns trigger
language plpgsql security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update clients c set currency_locked_at = date_trunc('milliseconds', now())
  from (select distinct tenant_id, client_id from added where client_id is not null) a
  where c.tenant_id = a.tenant_id and c.id = a.client_id and c.currency_locked_at is null;
  return null;
end $$;

-- Named to fire after journal_lines_posted, which lets one posting of a company go after the other.
create trigger journal_lines_posted_lock_currency after insert on journal_lines
  referencing new table as added for each statement execute function journal_lines_lock_currency();

update clients c set currency_locked_at = now()
where currency_locked_at is null
  and exists (select 1 from ledger_balances b where b.tenant_id = c.tenant_id and b.client_id = c.id);

create function clients_keep_currency() returns trigger language plpgsql as $$
begin
  if new.currency <> old.currency and old.currency_locked_at is not null then
    raise exception 'the currency of client % is locked', old.id using errcode = 'restrict_violation',
      constraint = 'clients_currency_locked';
  end if;
  return new;
end $$;

create trigger clients_keep_currency before update of currency on clients
  for each row execute function clients_keep_currency();

-- Search. One document per client: what was typed about it, its contacts and its people, and lexemes of our own for filters
-- (`=status:ACTIVE`; the parser never makes one that begins so). A filter within the query bounds what has to be read.
create function client_search_document(wanted_tenant uuid, wanted uuid) returns tsvector
language sql stable set search_path = public, pg_temp as $$
  with people as (
    select string_agg(concat_ws(' ', p.name, p.email, translate(p.email, '@.-_+', '     '), p.more), ' ') as typed,
      array_agg(regexp_replace(p.phone, '\D', '', 'g')) filter (where p.phone is not null) as phones
    from (
      select name, email, concat_ws(' ', position, phone) as more, phone from contacts
      where tenant_id = wanted_tenant and client_id = wanted
      union all
      select u.name, u.email, null, null from memberships m
        join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
      where m.tenant_id = wanted_tenant and m.client_id = wanted
    ) p
  ), codes as (
    select c.id, array_remove(array[
      '=status:' || c.status, '=kind:' || c.kind, '=country:' || c.country, '=group:' || c.group_id,
      case when c.status in ('ACTIVE', 'ARCHIVED') then '=kept' end,
      lower(c.tax_number), lower(nullif(substr(c.tax_number, 3), ''))], null)
      || array(select '=tag:' || lower(tag) from unnest(c.tags) tag)
      -- A number is found with and without the digits of its country.
      || array(select distinct substr(digits, cut)
        from unnest(coalesce(people.phones, '{}') || regexp_replace(c.phone, '\D', '', 'g')) digits, generate_series(1, 4) cut
        where length(digits) - cut >= 4) as lexemes
    from clients c, people where c.tenant_id = wanted_tenant and c.id = wanted
  )
  select to_tsvector('simple', left(concat_ws(' ', c.name, c.company_name, c.email, translate(c.email, '@.-_+', '     '), c.number,
      c.line1, c.line2, c.postal_code, c.city, c.region, c.phone, c.tax_number, array_to_string(c.tags, ' '), people.typed), 60000))
    || array_to_tsvector(array(select distinct lexeme from unnest(codes.lexemes) lexeme where lexeme <> '' and length(lexeme) < 200))
  from clients c, people, codes where c.tenant_id = wanted_tenant and c.id = wanted
$$;

create function client_search_refresh(wanted_tenant uuid, wanted uuid) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into client_search (tenant_id, client_id, created_at, document)
  select c.tenant_id, c.id, c.created_at, client_search_document(c.tenant_id, c.id)
  from clients c where c.tenant_id = wanted_tenant and c.id = wanted
  on conflict (tenant_id, client_id) do update set document = excluded.document
$$;

create function client_search_follows() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'clients' then
    perform client_search_refresh(new.tenant_id, new.id);
  elsif tg_table_name = 'users' then
    perform client_search_refresh(m.tenant_id, m.client_id) from memberships m
    where m.tenant_id = new.tenant_id and m.user_id = new.id;
  else
    if tg_op <> 'INSERT' then perform client_search_refresh(old.tenant_id, old.client_id); end if;
    if tg_op <> 'DELETE' then perform client_search_refresh(new.tenant_id, new.client_id); end if;
  end if;
  return null;
end $$;

create trigger clients_are_found after insert or update of number, kind, name, company_name, email, country, status, line1, line2,
  city, region, postal_code, phone, tax_number, group_id, tags on clients for each row execute function client_search_follows();
create trigger contacts_are_found after insert or update or delete on contacts
  for each row execute function client_search_follows();
create trigger memberships_are_found after insert or delete on memberships
  for each row execute function client_search_follows();
create trigger users_are_found after update of name, email on users for each row execute function client_search_follows();

insert into client_search (tenant_id, client_id, created_at, document)
select tenant_id, id, created_at, client_search_document(tenant_id, id) from clients;

-- Without a pending list: a search would read all of it.
create index client_search_document_idx on client_search using gin (tenant_id, document) with (fastupdate = off);

-- What was typed, every word from its beginning, or a number however it was spaced; and every filter. Null for nothing to look for.
create function client_query(typed text, filters text[]) returns tsquery language sql immutable set search_path = public, pg_temp as $$
  with asked as (
    select search_words(typed) as words, regexp_replace(lower(left(typed, 200)), '[^a-z0-9]', '', 'g') as packed
  ), wanted as (
    select case
      when numnode(words) = 0 then null
      when packed ~ '^[a-z]{0,3}[0-9a-z]*[0-9]{4}' and length(packed) between 5 and 24 and typed !~ '@'
        then words || to_tsquery('simple', quote_literal(ltrim(packed, '0')) || ':*')
      else words end as query
    from asked
  )
  select query && coalesce((
    select string_agg('''' || replace(replace(filter, '\', '\\'), '''', '''''') || '''', ' & ')::tsquery from unnest(filters) filter
  ), query) from wanted
$$;

drop function search_clients(text, int);
drop index clients_search;
drop function client_document(text, text, text, bigint);

-- The newest clients that fit, 200 at most. A word that many clients share is found among the newest of them, without reading
-- all that share it; any other by the index.
create function search_clients(typed text, most int, filters text[] default '{}') returns setof clients
language plpgsql stable security definer set search_path = public, pg_temp
set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  wanted tsquery := client_query(typed, filters);
  bound int := least(most, 200);
  hits uuid[];
begin
  if wanted is null then return; end if;

  if app_client() is not null then
    return query select c.* from clients c join client_search s on s.tenant_id = c.tenant_id and s.client_id = c.id
      where c.tenant_id = app_tenant() and c.id = app_client() and s.document @@ wanted;
    return;
  end if;

  hits := array(
    select client_id from (
      select client_id, created_at, document from client_search where tenant_id = app_tenant()
      order by created_at desc, client_id desc limit 1000
    ) newest
    where document @@ wanted order by created_at desc, client_id desc limit bound);
  if cardinality(hits) < bound then
    hits := array(
      with fitting as materialized (
        select client_id, created_at from client_search where tenant_id = app_tenant() and document @@ wanted
      )
      select client_id from fitting order by created_at desc, client_id desc limit bound);
  end if;
  return query select c.* from clients c where c.tenant_id = app_tenant() and c.id = any (hits);
end $$;

grant execute on function search_clients(text, int, text[]) to panel1_app;
