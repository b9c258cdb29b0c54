-- The password of a service, sealed, for its own client too: other secrets are the company's alone.
create function service_password(of_service uuid) returns table (id uuid, envelope text)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.id, k.envelope from services s join secrets k on k.tenant_id = s.tenant_id and k.id = s.secret_id
  where s.id = of_service and s.tenant_id = app_tenant() and k.purpose = 'service.password'
    and (app_client() is null or s.client_id = app_client())
$$;
grant execute on function service_password(uuid) to panel1_app;
