import type pg from "pg";

type Seed = { tenantId: string; userId: string; rows: number; progress: (step: string) => void };

const neighbours = 9;

/**
 * Fills the database by SQL: half of the rows belong to the measured company, the rest to its neighbours. Triggers and foreign
 * keys are off meanwhile, so balances are summed here; statistics are fresh at the end.
 */
export async function seed(owner: pg.Pool, { tenantId, progress, ...given }: Seed): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(places, [tenantId, neighbours]);
    for (const [step, [statement, ...names]] of Object.entries(statements)) {
      progress(step);
      await client.query(
        statement,
        names.map((name) => given[name]),
      );
    }
    await client.query("set session_replication_role = origin; drop table places");
    progress("statistics");
    await client.query("vacuum (analyze)");
  } finally {
    client.release();
  }
}

/** Which company each row belongs to: the measured one has as many places as all neighbours together. */
const places = `
  create temporary table places as
  with neighbour as (
    insert into tenants (id, name, country, currency, language, time_zone, created_at, updated_at)
    select uuidv7(), 'Neighbour ' || n, 'DE', 'EUR', 'en', 'Europe/Berlin', now(), now()
    from generate_series(1, $2::int) n returning id
  ), numbered as (
    select id, row_number() over (order by id) - 1 as n from neighbour
  )
  select n::int as place, id as tenant_id from numbered
  union all select (select count(*) from numbered)::int + n, $1::uuid from generate_series(0, $2::int - 1) n`;

const place = "n % (select count(*)::int from places)";

/** Each with the names of its parameters. */
const statements: Record<string, [text: string, ...parameters: ("rows" | "userId")[]]> = {
  clients: [
    `
    insert into clients (id, tenant_id, number, kind, name, company_name, email, country, currency, language, status,
      version, created_at, updated_at)
    select uuidv7(make_interval(secs => n - $1)), p.tenant_id, n + 1000,
      (case when n % 3 = 0 then 'COMPANY' else 'PERSON' end)::client_kind,
      (array['Ada','Grace','Alan','Edsger','Barbara','Donald','Radia','Ken','Margaret','Linus','Frances','Niklaus'])[1 + n % 12]
        || ' ' || (array['Lovelace','Hopper','Turing','Dijkstra','Liskov','Knuth','Perlman'])[1 + n % 7] || ' ' || to_hex(n),
      case when n % 3 = 0 then 'Company ' || to_hex(n) || ' Ltd' end,
      'person' || n || '@example' || n % 500 || '.com',
      (array['DE','GB','FR','US','IN','EG'])[1 + n % 6], 'EUR', (array['en','de','ar',null])[1 + n % 4],
      (case when n % 20 = 0 then 'ARCHIVED' else 'ACTIVE' end)::client_status, 1,
      now() - make_interval(secs => $1 - n), now() - make_interval(secs => $1 - n)
    from generate_series(0, $1::int - 1) n join places p on p.place = ${place}`,
    "rows",
  ],
  "search documents": [
    `
    insert into client_search (tenant_id, client_id, created_at, document)
    select tenant_id, id, created_at, client_search_document(tenant_id, id) from clients`,
  ],
  "number series": [
    `
    insert into number_series (tenant_id, kind, scope, last)
    select tenant_id, 'client', '', max(number) from clients group by 1
    on conflict (tenant_id, kind, scope) do update set last = excluded.last`,
  ],
  accounts: [
    `
    insert into ledger_accounts (id, tenant_id, code, name, type, created_at, updated_at)
    select uuidv7(), t.id, a.code, a.name, a.type, now(), now()
    from tenants t cross join (select distinct code, name, type from ledger_accounts) a
    on conflict (tenant_id, code) do nothing`,
  ],
  entries: [
    `
    insert into journal_entries (tenant_id, id, day, description, source_kind, line_count, posted_at)
    select p.tenant_id, uuidv7(make_interval(secs => n - $1)), current_date - ($1 - n) % 730, 'Bank transfer ' || n, 'manual', 2,
      now() - make_interval(secs => $1 - n)
    from generate_series(0, $1::int - 1) n join places p on p.place = ${place}`,
    "rows",
  ],
  "entries' lines": [
    `
    insert into journal_lines (tenant_id, entry_id, position, account_id, client_id, currency, amount_minor)
    select e.tenant_id, e.id, l.position, a.id, case when l.position = 2 then c.id end, 'EUR',
      case l.position when 1 then 11900 + e.n % 997 else -11900 - e.n % 997 end
    from (select *, row_number() over (partition by tenant_id order by id) as n from journal_entries) e
    join (select tenant_id, id, row_number() over (partition by tenant_id order by id) as n from clients) c
      on c.tenant_id = e.tenant_id and c.n = e.n
    cross join (values (1, '1000'), (2, '1200')) l (position, code)
    join ledger_accounts a on a.tenant_id = e.tenant_id and a.code = l.code`,
  ],
  balances: [
    `
    insert into ledger_balances (tenant_id, account_id, client_id, currency, day, debit_minor, credit_minor)
    select l.tenant_id, l.account_id, l.client_id, l.currency, e.day,
      coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
      coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0)
    from journal_lines l join journal_entries e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    group by 1, 2, 3, 4, 5`,
  ],
  "audit entries": [
    `
    insert into audit_log (tenant_id, sequence, id, at, operation, actor_kind, actor_id, actor_name, address, request_id,
      record_type, record_id, before, after, previous_hash, hash)
    select tenant_id, 1000000 + row_number() over (partition by tenant_id order by id), uuidv7(), created_at,
      (array['clients.client.create','clients.client.update'])[1 + number % 2], 'user', $1::uuid, 'Grace Hopper', '192.0.2.1', null,
      'client', id, null, jsonb_build_object('id', id, 'name', name), sha256(id::text::bytea), sha256(id::text::bytea)
    from clients`,
    "userId",
  ],
  "audit heads": [
    `
    insert into audit_heads (tenant_id, sequence, hash)
    select distinct on (tenant_id) tenant_id, sequence, hash from audit_log order by tenant_id, sequence desc
    on conflict (tenant_id) do update set sequence = excluded.sequence, hash = excluded.hash`,
  ],
  "events sent": [
    `
    insert into outbox_events (id, tenant_id, name, subject, payload, actor, occurred_at, sent_at)
    select uuidv7(), tenant_id, 'clients/client.created', id::text, '{}', '{}', created_at, created_at from clients`,
  ],
  people: [
    `
    with people as (
      insert into users (id, tenant_id, kind, role, email, name, created_at, updated_at)
      select uuidv7(), tenant_id, 'CLIENT', 'client_owner', email, name, created_at, created_at from clients where number % 10 = 0
      returning id, tenant_id, email, role, created_at
    )
    insert into memberships (id, tenant_id, user_id, client_id, role, created_at, updated_at)
    select uuidv7(), p.tenant_id, p.id, c.id, p.role, p.created_at, p.created_at
    from people p join clients c on c.tenant_id = p.tenant_id and c.email = p.email`,
  ],
  "API keys and sessions": [
    `
    with keys as (
      insert into api_keys (id, tenant_id, name, prefix, secret_hash, scopes, created_by_id, created_at, updated_at)
      select uuidv7(), tenant_id, 'Key ' || number, 'p1_' || left(md5(id::text), 8), sha256(id::text::bytea), '{clients.*}', $1::uuid,
        created_at, created_at
      from clients where number % 100 = 0 and tenant_id = (select tenant_id from users where id = $1::uuid)
    )
    insert into sessions (id, tenant_id, user_id, created_at, last_seen_at, expires_at)
    select uuidv7(), u.tenant_id, u.id, u.created_at, u.created_at, now() + interval '1 day' from users u where u.kind = 'CLIENT'`,
    "userId",
  ],
};
