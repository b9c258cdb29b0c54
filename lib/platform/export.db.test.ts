import { beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { exportLines } from "@/lib/platform/export-lines";
import { exportCompany } from "@/lib/platform/operations/export-company";
import { exportCompanyPage } from "@/lib/platform/operations/export-company-page";
import { aPlatform, auditOf, eventsOf } from "@/lib/platform/testing";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { staff } from "@/tests/support/tenants";
import { aWorld, type World } from "@/tests/support/world";

let database: TestDatabase;
let platform: Actor;
let company: World;
let other: World;

type Line = { table: string; row: Record<string, unknown> };
type Manifest = {
  tables: { name: string; columns: string[] }[];
  leftOut: { name: string; reason: string }[];
};

beforeAll(async () => {
  database = await testDatabase();
  platform = staff((await aPlatform(database.owner)).id);
  company = await aWorld(database.owner, "Northwind Hosting");
  other = await aWorld(database.owner, "Southwind Hosting");
});

async function exported(companyId = company.id) {
  const { lines } = await exportLines(companyId, { actor: platform });
  let text = "";
  for await (const part of lines) text += part;
  const all = text.trimEnd().split("\n");
  const rows = all.slice(1, -1).map((line) => JSON.parse(line) as Line);
  const { manifest } = JSON.parse(all[0] ?? "") as { manifest: Manifest };
  const { end } = JSON.parse(all.at(-1) ?? "") as { end: { rows: Record<string, number> } };
  return { text, manifest, rows, end };
}

/** Every table that holds rows of a tenant, and how many of one. */
async function tablesOf(tenantId: string): Promise<Map<string, number>> {
  const { rows } = await database.owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'tenants' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))`);
  const counts = new Map<string, number>();
  for (const { name } of rows) {
    const key = name === "tenants" ? "id" : "tenant_id";
    const found = await database.owner.query(`select count(*)::int as n from ${name} where ${key} = $1`, [
      tenantId,
    ]);
    counts.set(name, found.rows[0].n);
  }
  return counts;
}

test("every table of a tenant is in the export, row for row, or on the list of what stays behind with its reason", async () => {
  const { manifest, rows, end } = await exported();
  const tables = await tablesOf(company.id);
  const named = [...manifest.tables, ...manifest.leftOut].map(({ name }) => name);
  expect(named.toSorted()).toEqual([...tables.keys()].toSorted());
  expect(new Set(named).size).toBe(named.length);
  for (const { reason } of manifest.leftOut) expect(["credential", "passing", "derived"]).toContain(reason);

  for (const { name } of manifest.tables) {
    const inFile = rows.filter(({ table }) => table === name).length;
    // The export itself stands in the log: its row was written before the first line was read.
    expect(inFile, name).toBe(tables.get(name));
    expect(end.rows[name], name).toBe(inFile);
  }
  expect(rows.filter(({ table }) => table === "clients").length).toBeGreaterThan(1);
  expect(rows[0]).toMatchObject({ table: "tenants", row: { id: company.id, name: "Northwind Hosting" } });
});

test("S-62: no secret, no hash, and no key leaves with it", async () => {
  const { text, manifest } = await exported();
  for (const { name, columns } of manifest.tables) {
    const odd = columns.filter((column) =>
      /secret|hash|token|envelope|password|private|credential|signature/.test(column),
    );
    expect(odd, name).toEqual([]);
  }
  const { rows: bytes } = await database.owner.query<{ name: string; column: string }>(`
    select c.relname as name, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and a.atttypid = 'bytea'::regtype and not a.attisdropped`);
  for (const { name, column } of bytes) {
    const columns = manifest.tables.find((table) => table.name === name)?.columns ?? [];
    expect(columns.includes(column), `${name}.${column}`).toBe(
      name === "stored_files" && column === "content",
    );
  }
  const { rows: hashes } = await database.owner.query(
    "select password_hash as hash from user_credentials where tenant_id = $1",
    [company.id],
  );
  expect(hashes.length).toBeGreaterThan(0);
  for (const { hash } of hashes) expect(text).not.toContain(hash);
  expect(text).not.toMatch(/argon2/);
});

test("S-15: nothing of another company is in it", async () => {
  const { text } = await exported();
  expect(text).not.toContain(other.id);
  for (const [field, id] of Object.entries(other.records)) {
    if (/^[0-9a-f-]{36}$/.test(id) && field !== "functionId") expect(text, field).not.toContain(id);
  }
});

test("files leave as they were put in, and amounts to the last digit", async () => {
  const { rows } = await exported();
  const file = rows.find(({ table, row }) => table === "stored_files" && row.media_type === "image/png");
  const kept = await database.owner.query(
    "select encode(content, 'base64') as content from stored_files where id = $1",
    [file?.row.id],
  );
  expect(file?.row.content).toBe(kept.rows[0].content.replaceAll("\n", ""));

  await database.owner.query(
    "insert into number_series (tenant_id, kind, scope, last) values ($1, 'of-the-test', '', 9007199254740993)",
    [company.id],
  );
  expect((await exported()).text).toContain('"last": 9007199254740993');
});

test("an export is noted in both chains and announced before its first line", async () => {
  const before = (await auditOf(database.owner, company.id, "platform.company.export")).length;
  const { lines } = await exportLines(company.id, { actor: platform });
  const noted = await auditOf(database.owner, company.id, "platform.company.export");
  expect(noted).toHaveLength(before + 1);
  expect(noted.at(-1)).toMatchObject({ by_name: "Grace Hopper", record_id: company.id });
  await lines.return(undefined);
  const own = await auditOf(database.owner, platform.tenantId, "platform.company.export");
  expect(own.at(-1)).toMatchObject({ actor_name: "Grace Hopper", record_id: company.id });
  expect(await eventsOf(database.owner, platform.tenantId)).toContain("platform/company.exported");
});

test("pages follow each other without a gap or a repeat, whatever their size and however rows move meanwhile", async () => {
  const ids = Array.from({ length: 57 }, () => newId());
  await database.owner.query(
    `insert into client_groups (id, tenant_id, name, tone, created_at, updated_at)
     select id, $1, 'Group ' || id, 'neutral', now(), now() from unnest($2::uuid[]) id`,
    [company.id, ids],
  );
  for (const most of [1, 7, 1_000]) {
    const found: string[] = [];
    let after: string[] | null = null;
    do {
      const page: { lines: string[]; next: string[] | null } = await run(
        exportCompanyPage,
        { companyId: company.id, table: "client_groups", after, most },
        { actor: platform },
      );
      found.push(...page.lines.map((line) => (JSON.parse(line) as Line).row.id as string));
      // A change moves a row to another place of the heap.
      await database.owner.query("update client_groups set updated_at = now() where id = $1", [ids[0]]);
      after = page.next;
    } while (after !== null);
    expect(new Set(found).size, `pages of ${most}`).toBe(found.length);
    expect(found, `pages of ${most}`).toEqual(expect.arrayContaining(ids));
  }
});

test("a table that is left out, or is none, gives nothing", async () => {
  for (const table of ["secrets", "user_credentials", "rate_limits", "setup_links", "pg_authid", "nowhere"]) {
    const page = run(exportCompanyPage, { companyId: company.id, table, most: 10 }, { actor: platform });
    expect(await page, table).toEqual({ lines: [], next: null });
  }
  const odd = { companyId: company.id, table: "clients; drop table clients", most: 10 };
  await expect(run(exportCompanyPage, odd, { actor: platform })).rejects.toMatchObject({
    code: "core.invalid_input",
  });
});

test("100,000 rows leave in a memory that does not grow with them", async () => {
  await database.owner.query(
    `insert into number_series (tenant_id, kind, scope, last)
     select $1, 'of-the-test', to_char(n, 'FM000000') || repeat('x', 60), n from generate_series(1, 100000) n`,
    [other.id],
  );
  const { lines } = await exportLines(other.id, { actor: platform });
  const found = new Set<string>();
  let largest = 0;
  let end = "";
  for await (const part of lines) {
    largest = Math.max(largest, part.length);
    for (const [, scope = ""] of part.matchAll(/"scope": "(\d{6})x/g)) found.add(scope);
    end = part;
  }
  expect(found.size).toBe(100_000);
  expect(JSON.parse(end).end.rows.number_series).toBeGreaterThanOrEqual(100_000);
  // A part is one page: about a megabyte, whatever the company.
  expect(largest).toBeLessThan(4_000_000);
}, 120_000);

test("S-15: a company's owner finds no export", async () => {
  for (const actor of [staff(company.id), staff(other.id)]) {
    const whole = run(exportCompany, { companyId: company.id }, { actor });
    await expect(whole).rejects.toMatchObject({ code: "platform.not_here" });
    const part = run(exportCompanyPage, { companyId: company.id, table: "clients", most: 1 }, { actor });
    await expect(part).rejects.toMatchObject({ code: "platform.not_here" });
  }
});
