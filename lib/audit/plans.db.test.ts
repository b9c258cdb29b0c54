import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { someone } from "@/lib/auth/people/testing";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

/** Enough that reading the table from end to end is never the cheaper plan; a million differ in the figures, not in the plan. */
const rows = 60_000;
let database: TestDatabase;
let tenant: TestTenant;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
  actor = staff(tenant.id);
  const { id } = await someone(tenant.id, "support");
  const connection = await database.owner.connect();
  try {
    await connection.query("set session_replication_role = replica");
    await connection.query(
      `insert into audit_log (tenant_id, sequence, id, at, operation, actor_kind, actor_id, actor_name, by_id, by_name,
         record_type, record_id, previous_hash, hash)
       select $1, 1000 + n, gen_random_uuid(), now() - make_interval(mins => n),
         (array['clients.client.update','ledger.entry.post','auth.session.signIn'])[1 + n % 3],
         case when n % 1000 = 0 then 'api_key' else 'user' end,
         case when n % 500 = 0 then $2 else md5((n % 40)::text)::uuid end, 'Grace Hopper',
         case when n % 900 = 0 then $2 end, case when n % 900 = 0 then 'Grace Hopper' end,
         'client', md5((n % 5000)::text), '\\x00', '\\x00'
       from generate_series(1, $3::int) n`,
      [tenant.id, id, rows],
    );
    await connection.query("vacuum (analyze) audit_log");
  } finally {
    await connection.query("reset session_replication_role");
    connection.release();
  }
  filters["somebody's name"] = { actor: "Hopper" };
  filters["what one person did"] = { actorId: id };
});

const filters: Record<string, object> = {
  everything: {},
  "the oldest first": { sort: "sequence" },
  "an operation": { operation: "ledger.entry.post" },
  "a domain": { operation: "clients." },
  "a record": { recordType: "client", recordId: "c4ca4238a0b923820dcc509a6f75849b" },
  "a day": { from: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z" },
  "what staff did as others": { isImpersonated: true },
  "what keys did": { actorKind: "api_key" },
  "what one person did": {},
  "somebody's name": {},
};

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

/** The statement that the list sends for its page. */
async function statementOf(filter: object): Promise<{ text: string; values: unknown[] }> {
  const seen: { text: string; values: unknown[] }[] = [];
  const original = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [statement, values] = given as [string | { text: string; values?: unknown[] }, unknown[]?];
    const text = typeof statement === "string" ? statement : statement.text;
    if (/from audit_log l\b/.test(text)) {
      seen.push({ text, values: (typeof statement === "string" ? values : statement.values) ?? [] });
    }
    return original.apply(this, given);
  } as never);
  try {
    await run(listAuditEntries, filter, { actor });
  } finally {
    spy.mockRestore();
  }
  const [statement] = seen;
  if (statement === undefined) throw new Error("The list asked for nothing.");
  return statement;
}

/** How the application's role would have it answered. */
async function planOf({ text, values }: { text: string; values: unknown[] }): Promise<Plan> {
  const client = new pg.Client({ connectionString: database.app });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    const { rows: found } = await client.query(`explain (format json) ${text}`, values);
    return found[0]["QUERY PLAN"][0].Plan as Plan;
  } finally {
    await client.end();
  }
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

describe("a page of a long audit log", () => {
  test.each(Object.keys(filters))("of %s is read by an index, not by reading the log", async (name) => {
    const all = nodes(await planOf(await statementOf(filters[name] as object)));
    const ofLog = all.filter((node) => node["Relation Name"] === "audit_log");
    expect(ofLog.length).toBeGreaterThan(0);
    expect(ofLog.map((node) => node["Node Type"])).not.toContain("Seq Scan");
    expect(all.map((node) => node["Node Type"]).filter((type) => type === "Seq Scan")).toEqual([]);
  });
});
