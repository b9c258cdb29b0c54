-- AlterTable
ALTER TABLE "tenant_domains" DROP CONSTRAINT "tenant_domains_pkey",
ADD COLUMN     "last_checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_problem" TEXT,
ADD COLUMN     "verified_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
ADD CONSTRAINT "tenant_domains_pkey" PRIMARY KEY ("host", "tenant_id");

-- What was entered before counts as proved.
update tenant_domains set verified_at = created_at;
create unique index tenant_domains_proved on tenant_domains (host) where verified_at is not null;
alter table tenant_domains add constraint tenant_domains_primary check (not is_primary or verified_at is not null);
grant update (verified_at, last_checked_at, last_problem) on tenant_domains to panel1_app;

create or replace function tenant_for_host(wanted text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select tenant_id from tenant_domains where host = lower(wanted) and verified_at is not null),
    (select min(id::text)::uuid from tenants where kind = 'COMPANY' having count(*) = 1)
  )
$$;

-- The host that links in mails lead to: the company's first choice, else the first that it has; null where it has none.
create or replace function canonical_host() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select host from tenant_domains where tenant_id = app_tenant() and verified_at is not null
  order by is_primary desc, created_at, host limit 1
$$;

-- Who has proved a host, whichever company that is: a company sees only its own rows.
create function proved_host_owner(wanted text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select tenant_id from tenant_domains where host = wanted and verified_at is not null
$$;
grant execute on function proved_host_owner(text) to panel1_app;
