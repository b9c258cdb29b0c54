import type pg from "pg";

/** Brings one company to 100,000 clients with addresses, telephones, tax numbers, tags and contacts, and makes what they are found by. */
export async function fillSearch(owner: pg.Pool, tenantId: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const statement of [moreClients, details, contacts]) await client.query(statement, [tenantId]);
    await client.query("set session_replication_role = origin");
    await client.query(documents);
    await client.query("vacuum (analyze)");
  } finally {
    client.release();
  }
}

const moreClients = `
  insert into clients (id, tenant_id, number, kind, name, email, country, currency, status, version, created_at, updated_at)
  select uuidv7(make_interval(secs => -n)), $1, 1000000 + n, 'PERSON', 'Radia Perlman ' || to_hex(n),
    'more' || n || '@example' || n % 500 || '.com', 'DE', 'EUR', 'ACTIVE', 1, now() - make_interval(secs => n), now()
  from generate_series(1, greatest(0, 100000 - (select count(*)::int from clients where tenant_id = $1))) n`;

const details = `
  with numbered as (select id, row_number() over (order by created_at) as n from clients where tenant_id = $1)
  update clients c set line1 = 'Lindenstraße ' || n % 400, postal_code = lpad((n % 90000 + 10000)::text, 5, '0'),
    city = (array['Berlin','Hamburg','München','Köln','Dresden'])[1 + n % 5], phone = '+4930' || 1000000 + n,
    tax_number = 'DE' || 100000000 + n,
    tags = array_remove(array[case when n % 3 = 0 then 'partner' end, case when n % 5000 = 0 then 'rare' end,
      case when n <= 10000 then 'ancient' end], null)
  from numbered where c.tenant_id = $1 and c.id = numbered.id`;

const contacts = `
  insert into contacts (id, tenant_id, client_id, name, email, mails, created_at, updated_at)
  select gen_random_uuid(), tenant_id, id, 'Contact' || n || ' Smith', 'contact' || n || '@contacts.example', '{invoice}', now(), now()
  from (select *, row_number() over (order by id) as n from clients where tenant_id = $1) c where n % 4 = 0`;

const documents = `
  insert into client_search (tenant_id, client_id, created_at, document)
  select tenant_id, id, created_at, client_search_document(tenant_id, id) from clients
  on conflict (tenant_id, client_id) do update set document = excluded.document`;
