import { expect, test } from "vitest";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();

/** Tables that hold no tenant's data. A new one is listed here with its reason, or it carries a forced policy. */
const withoutTenant: Record<string, string> = {
  _prisma_migrations: "history of migrations",
  rate_limits: "counters by hashed key",
};

/** Columns that the application's role must never read (S-62). */
const unreadable = [
  "user_credentials.password_hash",
  "api_keys.secret_hash",
  "secrets.envelope",
  "setup_links.token_hash",
];

type Table = { name: string; enabled: boolean; forced: boolean; has_tenant: boolean };

const tables = (
  await database.owner.query<Table>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as has_tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`)
).rows;

test("every table that holds a tenant's data is under a forced policy", () => {
  expect(tables.length).toBeGreaterThan(15);
  const open = tables.filter(({ name, enabled, forced }) => !(name in withoutTenant) && !(enabled && forced));
  expect(open.map(({ name }) => name)).toEqual([]);
  expect(tables.filter(({ name, has_tenant }) => name in withoutTenant && has_tenant)).toEqual([]);
});

test("the application's policies all compare the tenant, in both directions", async () => {
  const { rows } = await database.owner.query(`
    select tablename, policyname, qual, with_check from pg_policies where schemaname = 'public' and 'panel1_app' = any (roles)
      and permissive = 'PERMISSIVE'`);
  // A restrictive one only narrows what these admit.
  expect(rows.length).toBeGreaterThan(10);
  for (const { tablename, qual, with_check } of rows) {
    expect(qual, tablename).toMatch(/\b(tenant_)?id = \( SELECT app_tenant\(\)/);
    expect(with_check, tablename).toBe(qual);
  }
});

test("invariant 12: every reference between tenants' tables carries the tenant", async () => {
  const { rows } = await database.owner.query<{
    name: string;
    source: string;
    target: string;
    columns: string[];
  }>(`
    select con.conname as name, con.conrelid::regclass::text as source, target.relname as target,
      (select array_agg(a.attname::text) from unnest(con.conkey) k join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k) as columns
    from pg_constraint con join pg_class target on target.oid = con.confrelid
    join pg_namespace n on n.oid = target.relnamespace
    where con.contype = 'f' and n.nspname = 'public'`);
  expect(rows.length).toBeGreaterThan(15);
  for (const { name, source, target, columns } of rows) {
    // A reference to the tenant itself is the tenant's column alone; in its own table that column is the id.
    expect(columns, name).toContain(source === "tenants" ? "id" : "tenant_id");
    expect(columns.length, name).toBe(target === "tenants" ? 1 : 2);
  }
});

test("S-62: secrets are in columns that the application's role cannot read", async () => {
  for (const column of unreadable) {
    const [table, name] = column.split(".");
    const { rows } = await database.owner.query(
      `select has_column_privilege('panel1_app', $1, $2, 'select') as app,
        to_regclass($1) is not null as exists`,
      [table, name],
    );
    expect(rows[0], column).toEqual({ app: false, exists: true });
  }
});

test("the roles that serve are no superusers, pass no policy, and own nothing", async () => {
  const { rows } = await database.owner.query(`
    select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
      (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
    from pg_roles r where r.rolname like 'panel1\\_%' or r.rolname like '%\\_login'`);
  const serving = rows.filter(({ rolname }) => /_(app|platform|durable)(_login)?$/.test(rolname));
  expect(serving.length).toBeGreaterThanOrEqual(6);
  for (const role of serving) {
    expect(role).toMatchObject({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    if (!role.rolname.startsWith("panel1_durable")) expect(role.owned, role.rolname).toBe(0);
  }
});

test("a narrow function fixes its search path and is callable by nobody to whom it was not granted", async () => {
  const { rows } = await database.owner.query(`
    select p.proname as name, p.prosecdef as definer, p.proconfig as settings,
      has_function_privilege('public', p.oid, 'execute') as public
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proowner = (select oid from pg_roles where rolname = current_user)
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  expect(rows.length).toBeGreaterThan(15);
  for (const { name, definer, settings, public: isPublic } of rows) {
    expect(isPublic, name).toBe(false);
    if (definer) expect(settings, name).toContain("search_path=public, pg_temp");
  }
});
