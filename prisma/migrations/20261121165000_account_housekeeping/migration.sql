-- What is past its time about accounts goes, a tenant and a portion at a time. Narrow functions, because most of these rows are
-- written by requests and deleted by nothing else; what counts as past its time is decided in lib/auth/housekeeping.
create function forget_expired(target text, before timestamptz, most int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  tenant uuid := app_tenant();
  gone int;
begin
  if tenant is null or app_client() is not null then
    raise exception 'forget_expired is for the company' using errcode = 'insufficient_privilege';
  end if;

  case target
    when 'links' then
      delete from one_time_tokens where ctid in (
        select ctid from one_time_tokens where tenant_id = tenant and expires_at < before limit most for update skip locked);
    when 'challenges' then
      delete from sign_in_challenges where ctid in (
        select ctid from sign_in_challenges where tenant_id = tenant and expires_at < before limit most for update skip locked);
    when 'throttles' then
      delete from sign_in_throttles where ctid in (
        select ctid from sign_in_throttles where tenant_id = tenant and last_at < before
          and (locked_until is null or locked_until < before) limit most for update skip locked);
    when 'requests' then
      delete from account_requests where ctid in (
        select ctid from account_requests where tenant_id = tenant and created_at < before limit most for update skip locked);
    when 'invitations' then
      delete from invitations where ctid in (
        select ctid from invitations where tenant_id = tenant and accepted_at is null and least(revoked_at, expires_at) < before
        limit most for update skip locked);
    when 'devices' then
      delete from known_devices where ctid in (
        select ctid from known_devices where tenant_id = tenant and last_seen_at < before limit most for update skip locked);
    when 'sessions' then
      -- Not those that tell when staff acted as somebody else, and not those that such a one was begun in.
      delete from sessions where ctid in (
        select s.ctid from sessions s
        where s.tenant_id = tenant and s.impersonator_id is null
          and least(s.revoked_at, s.expires_at, s.last_seen_at + make_interval(mins => s.idle_minutes)) < before
          and not exists (select 1 from sessions i where i.tenant_id = s.tenant_id and i.impersonator_id = s.user_id
            and i.impersonator_session_id = s.id)
        limit most for update skip locked);
    when 'impersonations' then
      delete from sessions where ctid in (
        select ctid from sessions where tenant_id = tenant and impersonator_id is not null
          and least(revoked_at, expires_at) < before limit most for update skip locked);
    else
      raise exception 'forget_expired does not know %', target;
  end case;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Accounts whose address nobody ever confirmed, and which nothing else hangs on. Returns whose they were; the audit log shows
-- nothing of them any more.
create function forget_unconfirmed(before timestamptz, most int, at timestamptz) returns setof uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  tenant uuid := app_tenant();
  gone uuid[];
begin
  if tenant is null or app_client() is not null then
    raise exception 'forget_unconfirmed is for the company' using errcode = 'insufficient_privilege';
  end if;

  select array_agg(id) into gone from (
    select u.id from users u
    where u.tenant_id = tenant and u.status = 'PENDING' and u.email_verified_at is null and u.last_sign_in_at is null
      and u.updated_at < before
      and not exists (select 1 from memberships m where m.tenant_id = tenant and m.user_id = u.id)
      and not exists (select 1 from sessions s where s.tenant_id = tenant and s.user_id = u.id)
      and not exists (select 1 from api_keys k where k.tenant_id = tenant and k.created_by_id = u.id)
      and not exists (select 1 from one_time_tokens t where t.tenant_id = tenant and t.user_id = u.id
        and t.used_at is null and t.revoked_at is null and t.expires_at > at)
    limit most for update skip locked
  ) unconfirmed;
  if gone is null then return; end if;

  insert into erased_records (tenant_id, record_id, record_type, erased_at)
  select tenant, id::text, 'user', at from unnest(gone) id on conflict do nothing;
  delete from one_time_tokens where tenant_id = tenant and user_id = any (gone);
  delete from sign_in_challenges where tenant_id = tenant and user_id = any (gone);
  delete from user_credentials where tenant_id = tenant and user_id = any (gone);
  delete from totp_factors where tenant_id = tenant and user_id = any (gone);
  delete from recovery_codes where tenant_id = tenant and user_id = any (gone);
  delete from passkeys where tenant_id = tenant and user_id = any (gone);
  delete from linked_identities where tenant_id = tenant and user_id = any (gone);
  delete from known_devices where tenant_id = tenant and user_id = any (gone);
  update mail_messages set to_address = 'erased@erased.invalid', to_name = null, subject = 'Erased', headers = '{}', body = null,
    body_key_id = null, user_id = null, next_attempt_at = null,
    state = case when state in ('QUEUED', 'SENDING') then 'FAILED' else state end
  where tenant_id = tenant and user_id = any (gone);
  delete from users where tenant_id = tenant and id = any (gone);
  return query select unnest(gone);
end $$;

create index sessions_impersonator_session on sessions (tenant_id, impersonator_session_id) where impersonator_session_id is not null;
grant execute on function forget_expired(text, timestamptz, int), forget_unconfirmed(timestamptz, int, timestamptz) to panel1_app;

-- Whether a person must have a second factor: the company demands it of everybody, of staff, or of a role that the person has. Of a
-- client's user every membership counts, whichever client they act for at the moment. Nobody whom there is no account of is let off.
create function second_factor_demanded(tenant uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  with policy as (
    select
      (select value #>> '{}' from settings where tenant_id = tenant and key = 'security.secondFactor') as demanded_of,
      (select value->'roles' from settings where tenant_id = tenant and key = 'security.second_factor') as roles
  )
  select coalesce((
    select p.demanded_of = 'everyone' or (p.demanded_of = 'staff' and u.kind = 'STAFF') or coalesce(p.roles, '[]') ? u.role
      or exists (select 1 from memberships m where m.tenant_id = tenant and m.user_id = u.id and coalesce(p.roles, '[]') ? m.role)
    from (select coalesce(demanded_of, 'optional') as demanded_of, roles from policy) p, users u
    where u.tenant_id = tenant and u.id = person
  ), true)
$$;

create function needs_second_factor(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select second_factor_demanded(app_tenant(), person)
$$;
grant execute on function needs_second_factor(uuid) to panel1_app;

-- As before, and: a session that was begun without a second factor is over as soon as one is demanded of the person, by whatever
-- came in between: a setting, a role that demands it, another role of the person. The next sign-in leads to setting one up.
create or replace function session_holder(tenant uuid, wanted uuid, owner_id uuid)
returns table (id uuid, name text, email text, language text, role text, role_permissions text[], kind user_kind, client_id uuid,
  method text, authenticated_at timestamptz, second_factor_at timestamptz, has_second_factor boolean,
  impersonator_id uuid, impersonator_name text, impersonation_reason text, expires_at timestamptz)
language sql volatile security definer set search_path = public, pg_temp as $$
  with live as (
    select u.id, u.name, u.email, u.language,
      case when u.kind = 'STAFF' then u.role else coalesce(m.role, '') end as role, u.kind,
      case when u.kind = 'CLIENT' then coalesce(m.client_id, '00000000-0000-0000-0000-000000000000'::uuid) end as client_id,
      s.method, s.authenticated_at, s.second_factor_at, s.impersonator_id, i.name as impersonator_name, s.impersonation_reason,
      s.expires_at
    from sessions s
      join users u on u.tenant_id = s.tenant_id and u.id = s.user_id and u.status = 'ACTIVE'
      join tenants t on t.id = s.tenant_id and t.status = 'ACTIVE'
      left join users i on i.tenant_id = s.tenant_id and i.id = s.impersonator_id and i.status = 'ACTIVE' and i.kind = 'STAFF'
      left join lateral (
        select m.client_id, m.role from memberships m
          join clients c on c.tenant_id = m.tenant_id and c.id = m.client_id and c.status = 'ACTIVE'
        where m.tenant_id = s.tenant_id and m.user_id = s.user_id and u.kind = 'CLIENT'
        order by m.client_id = s.client_id desc nulls last, m.created_at, m.id limit 1
      ) m on true
    where s.tenant_id = tenant and s.id = wanted and s.user_id = owner_id
      and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => s.idle_minutes)
      and (s.impersonator_id is null or i.id is not null)
      and (s.second_factor_at is not null or s.impersonator_id is not null or not second_factor_demanded(tenant, u.id))
  ), noted as (
    update sessions s set last_seen_at = now() from live
    where s.tenant_id = tenant and s.id = wanted and s.last_seen_at < now() - interval '1 minute'
    returning 1
  )
  select live.id, live.name, live.email, live.language, live.role, r.permissions, live.kind, live.client_id, live.method,
    live.authenticated_at, live.second_factor_at,
    exists (select 1 from totp_factors f where f.tenant_id = tenant and f.user_id = live.id and f.confirmed_at is not null),
    live.impersonator_id, live.impersonator_name, live.impersonation_reason, live.expires_at
  from live left join custom_roles r on r.tenant_id = tenant and r.id::text = live.role and r.kind = live.kind
$$;

-- The mails that went to a person's own account, and those that went to the client that they act for right now and to nobody else in
-- particular. Of a mail with a credential only that it was sent: its body is for the mailbox alone.
create function mails_received(owner_id uuid)
returns table (tenant_id uuid, id uuid, template text, subject text, to_address text, sent_at timestamptz, created_at timestamptz,
  is_sensitive boolean, body text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.tenant_id, m.id, m.template, m.subject, m.to_address, m.sent_at, m.created_at, m.is_sensitive,
    case when not m.is_sensitive then m.body end
  from mail_messages m
  where m.tenant_id = app_tenant() and m.sent_at is not null
    and (m.user_id = owner_id or (m.user_id is null and m.client_id = app_client()))
$$;
grant execute on function mails_received(uuid) to panel1_app;
