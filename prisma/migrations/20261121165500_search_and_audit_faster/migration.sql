-- CreateIndex
CREATE INDEX "audit_log_tenant_id_actor_kind_sequence_idx" ON "audit_log"("tenant_id", "actor_kind", "sequence");

-- What the index is asked for in place of `wanted`, which is asked of what it finds: the words of three letters and more, or the
-- filters, where there are any. A number, however it was spaced, is asked for as it is.
create function client_index_query(typed text, filters text[], wanted tsquery) returns tsquery
language sql immutable set search_path = public, pg_temp as $$
  select case
    when regexp_replace(lower(left(typed, 200)), '[^a-z0-9]', '', 'g') ~ '^[a-z]{0,3}[0-9a-z]*[0-9]{4}' then wanted
    else coalesce(
      client_query(regexp_replace(typed, '(^|\s)\S{1,2}(?=\s|$)', ' ', 'g'), filters),
      (select string_agg('''' || replace(replace(filter, '\', '\\'), '''', '''''') || '''', ' & ')::tsquery
        from unnest(filters) filter where filter <> '=kept'),
      wanted)
  end
$$;
-- The newest clients that fit, 200 at most. A word that many clients share is found among the newest of them, the deeper the rarer it
-- is there; any other by the index. The index is not asked for words of one or two letters beside anything else to go by: reading
-- all that begin so takes longer than looking at what the rest leaves.
create or replace function search_clients(typed text, most int, filters text[] default '{}') returns setof clients
language plpgsql stable security definer set search_path = public, pg_temp
set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  wanted tsquery := client_query(typed, filters);
  bound int := least(most, 200);
  hits uuid[] := '{}';
  depth int := 1000;
begin
  if wanted is null then return; end if;

  if app_client() is not null then
    return query select c.* from clients c join client_search s on s.tenant_id = c.tenant_id and s.client_id = c.id
      where c.tenant_id = app_tenant() and c.id = app_client() and s.document @@ wanted;
    return;
  end if;

  for round in 1..2 loop
    hits := array(
      select client_id from (
        select client_id, created_at, document from client_search where tenant_id = app_tenant()
        order by created_at desc, client_id desc limit depth
      ) newest
      where document @@ wanted order by created_at desc, client_id desc limit bound);
    exit when cardinality(hits) >= bound or cardinality(hits) < bound / 5;
    depth := depth * bound / cardinality(hits) * 3 / 2;
  end loop;

  if cardinality(hits) < bound then
    hits := array(
      with fitting as materialized (
        select client_id, created_at from client_search
        where tenant_id = app_tenant() and document @@ client_index_query(typed, filters, wanted)
          -- Written so that the index does not take it as well.
          and (document @@ wanted) is true
      )
      select client_id from fitting order by created_at desc, client_id desc limit bound);
  end if;
  return query select c.* from clients c where c.tenant_id = app_tenant() and c.id = any (hits);
end $$;
