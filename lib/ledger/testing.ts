import type pg from "pg";
import { z } from "zod";
import { createClient } from "@/lib/clients/operations/create-client";
import { newId } from "@/lib/core/ids";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { add, money } from "@/lib/core/money/money";
import type { Actor } from "@/lib/core/operation/actor";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import { calendarDate } from "@/lib/core/time/calendar-date";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import type { EntryToPost } from "@/lib/ledger/posting";
import { chart } from "@/lib/ledger/rules/chart";
import { credit, debit } from "@/lib/ledger/rules/entry";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

export type Company = TestTenant & { actor: Actor; clientIds: string[] };

/** A company with the chart of accounts and so many clients. */
export async function aCompanyWithBooks(owner: pg.Pool, clients = 1): Promise<Company> {
  const tenant = await aTenant(owner);
  const actor = staff(tenant.id);
  await inOperation(actor, openChartOfAccounts);
  const clientIds: string[] = [];
  for (let n = 0; n < clients; n += 1) clientIds.push(await aClient(actor));
  return { ...tenant, actor, clientIds };
}

async function aClient(actor: Actor): Promise<string> {
  const input = { ...createClient.example.input, email: `${newId()}@example.com` };
  return (await run(createClient, input, { actor })).id;
}

/** Does `work` as an operation would: in one transaction of the actor's company, audited. */
export async function inOperation<T>(
  actor: Actor,
  work: (context: CommandContext) => Promise<T>,
  now?: Date,
): Promise<T> {
  const something = operation({
    name: "ledger.test.do",
    summary: "Do something with the books",
    audience: ["staff"],
    input: z.strictObject({}),
    output: z.object({}),
    example: { input: {}, output: {} },
    async run(context) {
      result.push(await work(context));
      return {};
    },
  });
  const result: T[] = [];
  await run(something, {}, { actor, now });
  return result.at(-1) as T;
}

type Sale = {
  clientId: string;
  net?: bigint;
  tax?: bigint;
  currency?: CurrencyCode;
  source?: string;
  day?: string;
};

/** An invoice's entry: the client owes, income and tax are due. */
export function aSale({
  clientId,
  net = 10_000n,
  tax = 1_900n,
  currency = "EUR",
  source,
  day,
}: Sale): EntryToPost {
  const [income, due] = [money(net, currency), money(tax, currency)];
  return {
    day: calendarDate(day ?? "2026-04-01"),
    description: "Hosting, April",
    source: { kind: "invoice", id: source ?? newId() },
    lines: [
      debit(chart.receivables.code, add(income, due), clientId),
      credit(chart.hostingIncome.code, income),
      credit(chart.taxPayable.code, due),
    ],
  };
}

/** What must hold of all books of a database: nothing unbalanced, nothing incomplete, rollups equal to their lines. */
export async function brokenBooks(owner: pg.Pool): Promise<unknown[]> {
  const { rows } = await owner.query(`
    select 'unbalanced' as rule, entry_id::text as what from journal_lines group by tenant_id, entry_id, currency having sum(amount_minor) <> 0
    union all
    select 'incomplete', e.id::text from journal_entries e left join journal_lines l on l.tenant_id = e.tenant_id and l.entry_id = e.id
    group by e.tenant_id, e.id having count(l.*) <> e.line_count
    union all
    select 'rollup', coalesce(b.account_id, l.account_id)::text
    from ledger_balances b full join (
      select l.tenant_id, l.account_id, l.client_id, l.currency, e.day,
        coalesce(sum(l.amount_minor) filter (where l.amount_minor > 0), 0) as debit,
        coalesce(-sum(l.amount_minor) filter (where l.amount_minor < 0), 0) as credit
      from journal_lines l join journal_entries e on e.tenant_id = l.tenant_id and e.id = l.entry_id
      group by 1, 2, 3, 4, 5
    ) l on l.tenant_id = b.tenant_id and l.account_id = b.account_id and l.client_id is not distinct from b.client_id
      and l.currency = b.currency and l.day = b.day
    where b.debit_minor is distinct from l.debit or b.credit_minor is distinct from l.credit`);
  return rows;
}

/** The newest audit row and event of a company, and how many there are. */
export async function traces(owner: pg.Pool, tenantId: string) {
  const of = async (table: string) =>
    (
      await owner.query(
        `select *, count(*) over () as total from ${table} where tenant_id = $1 order by sequence desc limit 1`,
        [tenantId],
      )
    ).rows[0];
  return { audit: await of("audit_log"), event: await of("outbox_events") };
}
