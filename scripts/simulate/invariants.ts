import type pg from "pg";
import { appPool } from "@/lib/core/db/pools";
import { run } from "@/lib/core/operation/run";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { chart } from "@/lib/ledger/rules/chart";
import type { Company } from "./company";

/** A rule of the books that does not hold, with the first records that show it. */
export type Violation = { invariant: string; what: string };

/** What was in the books when they were last looked at: none of it may ever change. */
export type Sealed = { entryIds: string[]; print: string };

/** Checks the books behind the operations' backs. Numbers are those of the invariants of money, in README.md of lib/ledger. */
export async function checkBooks(owner: pg.Pool, company: Company, sealed: Sealed): Promise<Violation[]> {
  const { tenantId } = company.actor;
  const found = async (invariant: string, query: string, values: unknown[] = [tenantId]) =>
    (await owner.query<{ what: string }>(`${query} limit 5`, values)).rows.map(({ what }) => ({
      invariant,
      what,
    }));

  return [
    ...(await found("1: entries sum to zero per currency", unbalanced)),
    ...(await found("1: entries are complete", incomplete)),
    ...(await receivables(company)),
    ...(await changed(owner, tenantId, sealed)),
    ...(await writable(tenantId)),
    ...(await found("9: balances equal the fold of entries", drifted)),
    ...(await found(
      "audit: the chain holds",
      "select audit_first_break($1)::text as what where audit_first_break($1) is not null",
    )),
  ];
}

const unbalanced = `
  select entry_id || ' in ' || currency as what from journal_lines where tenant_id = $1
  group by entry_id, currency having sum(amount_minor) <> 0`;

const incomplete = `
  select e.id::text as what from journal_entries e
  left join journal_lines l on l.tenant_id = e.tenant_id and l.entry_id = e.id
  where e.tenant_id = $1 group by e.id, e.line_count having count(l.entry_id) <> e.line_count`;

const drifted = `
  select coalesce(b.account_id, l.account_id)::text || ' on ' || coalesce(b.day, l.day) as what
  from (select * from ledger_balances where tenant_id = $1) b
  full join (
    select l.account_id, l.client_id, l.currency, e.day,
      coalesce(sum(l.amount_minor) filter (where l.amount_minor > 0), 0) as debit_minor,
      coalesce(-sum(l.amount_minor) filter (where l.amount_minor < 0), 0) as credit_minor
    from journal_lines l join journal_entries e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    where l.tenant_id = $1 group by 1, 2, 3, 4
  ) l on l.account_id = b.account_id and coalesce(l.client_id, l.account_id) = coalesce(b.client_id, b.account_id)
    and l.currency = b.currency and l.day = b.day
  where b.debit_minor is distinct from l.debit_minor or b.credit_minor is distinct from l.credit_minor`;

/** Invariant 3: what the books say of each client is what we reckoned from charges, payments and credit. */
async function receivables(company: Company): Promise<Violation[]> {
  const [owed, held] = [
    await balancesByClient(company, chart.receivables.code),
    await balancesByClient(company, chart.clientCredit.code),
  ];
  return company.clients.flatMap((client) => {
    const pairs = [
      ["owes", company.owedBy(client).minor, owed.get(client.id) ?? 0n],
      ["holds in credit", client.credit.minor, held.get(client.id) ?? 0n],
    ] as const;
    return pairs
      .filter(([, reckoned, inBooks]) => reckoned !== inBooks)
      .map(([verb, reckoned, inBooks]) => ({
        invariant: "3: receivables are open charges less payments",
        what: `client ${client.number} ${verb} ${reckoned} ${client.currency}, by the books ${inBooks}`,
      }));
  });
}

async function balancesByClient(company: Company, accountCode: string): Promise<Map<string, bigint>> {
  const balances = new Map<string, bigint>();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const filter = { per: "client", accountCode, limit: 200, ...(cursor && { cursor }) } as const;
    const page = await run(listBalances, filter, { actor: company.actor });
    // One currency for each client here, so the client alone is the key.
    for (const { clientId, balance } of page.items) balances.set(clientId ?? "", balance.minor);
    cursor = page.nextCursor;
  }
  return balances;
}

/** Invariant 8: what was posted when we last looked is there as it was. */
async function changed(owner: pg.Pool, tenantId: string, sealed: Sealed): Promise<Violation[]> {
  const print = await printOf(owner, tenantId, sealed.entryIds);
  return print === sealed.print
    ? []
    : [
        {
          invariant: "8: no entry is ever changed or deleted",
          what: `of ${sealed.entryIds.length} sealed entries`,
        },
      ];
}

export async function seal(owner: pg.Pool, tenantId: string): Promise<Sealed> {
  const { rows } = await owner.query<{ id: string }>("select id from journal_entries where tenant_id = $1", [
    tenantId,
  ]);
  const entryIds = rows.map(({ id }) => id);
  return { entryIds, print: await printOf(owner, tenantId, entryIds) };
}

async function printOf(owner: pg.Pool, tenantId: string, entryIds: string[]): Promise<string> {
  const { rows } = await owner.query<{ print: string }>(
    `select md5(coalesce(string_agg(e::text || l::text, '|' order by e.id, l.position), '')) as print
     from journal_entries e join journal_lines l on l.tenant_id = e.tenant_id and l.entry_id = e.id
     where e.tenant_id = $1 and e.id = any($2::uuid[])`,
    [tenantId, entryIds],
  );
  return rows[0]?.print ?? "";
}

const attempts = [
  "update journal_lines set amount_minor = amount_minor + 1",
  "delete from journal_lines",
  "update journal_entries set day = day + 1",
  "delete from journal_entries",
  "update ledger_balances set debit_minor = debit_minor + 1",
];

/** Invariant 8 from the other side: the application's role is refused when it tries. */
async function writable(tenantId: string): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const attempt of attempts) {
    const connection = await appPool().connect();
    try {
      await connection.query("begin");
      await connection.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
      await connection.query(attempt);
      violations.push({ invariant: "8: the application cannot change the books", what: attempt });
    } catch (error) {
      if ((error as { code?: string }).code !== "42501") throw error;
    } finally {
      await connection.query("rollback");
      connection.release();
    }
  }
  return violations;
}
