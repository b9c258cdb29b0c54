-- Who is erased leaves no network address on their orders; what was ordered and billed is kept as the law asks.
create function erased_orders_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update orders set ip_address = null, ip_country = null, placed_by_name = new.name
  where tenant_id = new.tenant_id and client_id = new.id;
  return null;
end $$;
create trigger clients_erased after update of status on clients
  for each row when (new.status = 'ERASED' and old.status <> 'ERASED') execute function erased_orders_follow();

create index carts_expired on carts (expires_at) where order_id is null;
