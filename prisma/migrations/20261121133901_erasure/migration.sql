-- Erasure: what names a person is deleted or replaced, table by table (lib/privacy/personal-tables.ts says which and why). A narrow
-- function, because it writes columns that no request may write, and must do all of it or nothing.
create function erase_people(user_ids uuid[], client_ids uuid[], contact_ids uuid[], addresses text[], at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
  tenant uuid := app_tenant();
  nobody constant text := 'Erased';
  file_ids uuid[];
begin
  if tenant is null or app_client() is not null then
    raise exception 'erase_people is for staff' using errcode = 'insufficient_privilege';
  end if;

  -- From here on the audit log shows nothing of these records.
  insert into erased_records (tenant_id, record_id, record_type, erased_at)
  select tenant, id::text, kind, at from (
    select id, 'user' as kind from users where tenant_id = tenant and id = any (user_ids)
    union all select id, 'client' from clients where tenant_id = tenant and id = any (client_ids)
    union all select id, 'contact' from contacts where tenant_id = tenant and id = any (contact_ids)
    union all select id, 'note' from client_notes where tenant_id = tenant and client_id = any (client_ids)
    union all select id, 'file' from client_files where tenant_id = tenant and client_id = any (client_ids)
    union all select id, 'session' from sessions where tenant_id = tenant and user_id = any (user_ids)
    union all select id, 'invitation' from invitations where tenant_id = tenant and email = any (addresses)
    union all select id, 'passkey' from passkeys where tenant_id = tenant and user_id = any (user_ids)
    union all select id, 'identity' from linked_identities where tenant_id = tenant and user_id = any (user_ids)
    union all select id, 'device' from known_devices where tenant_id = tenant and user_id = any (user_ids)
    union all select id, 'consent' from marketing_consents where tenant_id = tenant and email = any (addresses)
    union all select id, 'export' from data_exports where tenant_id = tenant and subject_id = any (user_ids || client_ids || contact_ids)
    union all select id, 'erasure' from erasure_requests where tenant_id = tenant and subject_id = any (user_ids || client_ids || contact_ids)
  ) records on conflict do nothing;
  -- Contacts, notes and files that were deleted before are known by the audit log alone.
  insert into erased_records (tenant_id, record_id, record_type, erased_at)
  select distinct tenant, e.record_id, e.record_type, at from audit_log e
  where e.tenant_id = tenant and e.record_type in ('contact', 'note', 'file')
    and coalesce(e.before, e.after)->>'clientId' = any (client_ids::text[])
  on conflict do nothing;

  delete from user_credentials where tenant_id = tenant and user_id = any (user_ids);
  delete from totp_factors where tenant_id = tenant and user_id = any (user_ids);
  delete from recovery_codes where tenant_id = tenant and user_id = any (user_ids);
  delete from passkeys where tenant_id = tenant and user_id = any (user_ids);
  delete from linked_identities where tenant_id = tenant and user_id = any (user_ids);
  delete from sign_in_challenges where tenant_id = tenant and user_id = any (user_ids);
  delete from one_time_tokens where tenant_id = tenant and (user_id = any (user_ids) or email = any (addresses));
  update sessions set address = null, user_agent = null, place = null, device_id = null,
    revoked_at = coalesce(revoked_at, at), revoked_reason = coalesce(revoked_reason, 'erased')
  where tenant_id = tenant and user_id = any (user_ids);
  delete from known_devices where tenant_id = tenant and user_id = any (user_ids);
  update api_keys set revoked_at = coalesce(revoked_at, at), version = version + 1, updated_at = at
  where tenant_id = tenant and created_by_id = any (user_ids);
  delete from memberships where tenant_id = tenant and (user_id = any (user_ids) or client_id = any (client_ids));
  update invitations set email = 'erased-' || id || '@erased.invalid', name = null, revoked_at = coalesce(revoked_at, at)
  where tenant_id = tenant and email = any (addresses);

  delete from client_notes where tenant_id = tenant and client_id = any (client_ids);
  with gone as (delete from client_files where tenant_id = tenant and client_id = any (client_ids) returning file_id)
  select array_agg(file_id) into file_ids from gone;
  delete from contacts where tenant_id = tenant and (id = any (contact_ids) or client_id = any (client_ids));
  update clients set name = nobody, company_name = null, email = 'erased-' || id || '@erased.invalid', language = null, line1 = null,
    line2 = null, city = null, region = null, postal_code = null, phone = null, tax_number = null, group_id = null, tags = '{}',
    custom_values = '{}', status = 'ERASED', version = version + 1, updated_at = at
  where tenant_id = tenant and id = any (client_ids);
  update users set name = nobody, email = 'erased-' || id || '@erased.invalid', language = null, time_zone = null,
    status = 'ERASED', status_reason = null, version = version + 1, updated_at = at
  where tenant_id = tenant and id = any (user_ids);

  update marketing_consents set email = 'erased-' || id || '@erased.invalid', address = null, user_id = null, client_id = null
  where tenant_id = tenant and email = any (addresses);
  update mail_messages set to_address = 'erased@erased.invalid', to_name = null, subject = nobody, headers = '{}', body = null,
    body_key_id = null, state = case when state in ('QUEUED', 'SENDING') then 'FAILED' else state end, next_attempt_at = null
  where tenant_id = tenant and (user_id = any (user_ids) or client_id = any (client_ids) or to_address = any (addresses));
  delete from mail_suppressions where tenant_id = tenant and address = any (addresses);

  file_ids := file_ids || array(
    select file_id from data_exports where tenant_id = tenant and subject_id = any (user_ids || client_ids || contact_ids) and file_id is not null);
  update data_exports set subject_name = nobody, status = 'expired', file_id = null
  where tenant_id = tenant and subject_id = any (user_ids || client_ids || contact_ids);
  update erasure_requests set subject_name = nobody, requested_by_name = nobody, reason = null, answer = null,
    status = case when status = 'open' then 'done' else status end, decided_at = coalesce(decided_at, at), version = version + 1
  where tenant_id = tenant and subject_id = any (user_ids || client_ids || contact_ids);
  delete from stored_files where tenant_id = tenant and id = any (file_ids);
end $$;

grant execute on function erase_people(uuid[], uuid[], uuid[], text[], timestamptz) to panel1_app;
