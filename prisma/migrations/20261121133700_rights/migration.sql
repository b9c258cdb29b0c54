-- AlterTable
ALTER TABLE "custom_roles" ADD COLUMN     "base" TEXT;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "impersonator_session_id" UUID;

-- DropIndex
DROP INDEX "audit_log_tenant_id_at_idx";

-- CreateIndex
CREATE INDEX "sessions_tenant_id_impersonator_id_idx" ON "sessions"("tenant_id", "impersonator_id");

-- CreateIndex
CREATE INDEX "audit_log_tenant_id_operation_sequence_idx" ON "audit_log"("tenant_id", "operation", "sequence");

-- CreateIndex
CREATE INDEX "audit_log_tenant_id_at_sequence_idx" ON "audit_log"("tenant_id", "at", "sequence");

-- Acting as somebody else is rare: these two stay small however long the log is.
create index audit_log_by on audit_log (tenant_id, by_id, sequence) where by_id is not null;
create index audit_log_impersonated on audit_log (tenant_id, sequence) where by_id is not null;

create index users_role on users (tenant_id, role) where kind = 'STAFF';
create index memberships_role on memberships (tenant_id, role);

alter table sessions add constraint sessions_impersonator_session_fkey
  foreign key (tenant_id, impersonator_session_id) references sessions (tenant_id, id) on delete cascade;
-- Nobody acts as somebody else without a reason, and without a session of their own to go back to.
alter table sessions add constraint sessions_impersonation check (
  (impersonator_id is null) = (impersonator_session_id is null) and (impersonator_id is null) = (impersonation_reason is null)) not valid;

-- What a member of staff began by acting as somebody else ends with the session that they began it in, however that one ends.
create function end_impersonations() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update sessions s set revoked_at = new.revoked_at, revoked_reason = 'impersonator_left'
  where s.tenant_id = new.tenant_id and s.impersonator_id = new.user_id and s.impersonator_session_id = new.id and s.revoked_at is null;
  return null;
end $$;
revoke execute on function end_impersonations() from public;
create trigger sessions_end_impersonations after update of revoked_at on sessions
  for each row when (old.revoked_at is null and new.revoked_at is not null and new.impersonator_id is null)
  execute function end_impersonations();

-- When staff acted as a user, and why: for the user to read, who does not see the staff's accounts otherwise.
create function impersonations_of_user(owner_id uuid)
returns table (tenant_id uuid, id uuid, started_at timestamptz, ended_at timestamptz, by_name text, reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.tenant_id, s.id, s.created_at, least(s.revoked_at, s.expires_at), u.name, s.impersonation_reason
  from sessions s join users u on u.tenant_id = s.tenant_id and u.id = s.impersonator_id
  where s.tenant_id = app_tenant() and s.user_id = owner_id and s.impersonator_id is not null
$$;

-- Ids of the people and keys whose name or address contains some text: where a search of the log begins. A log of a million
-- entries has few actors, and their ids are what its index knows.
create function audit_actors(wanted text, most int) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from (
    (select id from users where tenant_id = app_tenant() and app_client() is null
      and (strpos(lower(name), lower(wanted)) > 0 or strpos(email, lower(wanted)) > 0) order by kind, id limit most)
    union all
    (select id from api_keys where tenant_id = app_tenant() and app_client() is null
      and strpos(lower(name), lower(wanted)) > 0 order by id limit most)
  ) found
$$;

-- Takes the rest of a person's access away that the application's role cannot read or write by itself: the keys that one of
-- their clients' people made for that client. Bound callers reach no further than their own client.
create function revoke_client_keys(owner_id uuid, of_client uuid, at timestamptz) returns bigint
language sql volatile security definer set search_path = public, pg_temp as $$
  with revoked as (
    update api_keys set revoked_at = at, updated_at = at, version = version + 1
    where tenant_id = app_tenant() and created_by_id = owner_id and client_id = of_client and revoked_at is null
      and (app_client() is null or app_client() = of_client)
    returning 1
  )
  select count(*) from revoked
$$;

-- Makes the links of an invitation useless: they are known by what they carry, which the application's role does not read.
create function revoke_invitation_links(invitation uuid, at timestamptz) returns bigint
language sql volatile security definer set search_path = public, pg_temp as $$
  with revoked as (
    update one_time_tokens set revoked_at = at
    where tenant_id = app_tenant() and purpose = 'invitation' and data->>'invitationId' = invitation::text
      and used_at is null and revoked_at is null
      and exists (select 1 from invitations i where i.tenant_id = app_tenant() and i.id = invitation
        and (app_client() is null or i.client_id = app_client()))
    returning 1
  )
  select count(*) from revoked
$$;

-- Forgets the password of somebody who is removed. The application's role may not name the table's columns, so not this row either.
create function credential_forget(owner_id uuid) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from user_credentials where tenant_id = app_tenant() and user_id = owner_id and app_client() is null
$$;

grant execute on function credential_forget(uuid), revoke_invitation_links(uuid, timestamptz), impersonations_of_user(uuid), audit_actors(text, int), revoke_client_keys(uuid, uuid, timestamptz) to panel1_app;
