import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { Money } from "@/lib/core/money/money";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { CalendarDate } from "@/lib/core/time/calendar-date";
import { AccountNotFound, EntryNotFound } from "@/lib/ledger/errors";
import type { AccountType, Side } from "@/lib/ledger/rules/account-type";
import { sideOf } from "@/lib/ledger/rules/entry";

export type AccountRow = {
  id: string;
  code: string;
  name: string;
  type: AccountType;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const accountColumns = sql`id, code, name, type, version, created_at as "createdAt", updated_at as "updatedAt"`;

/**
 * Locks an account for a change by someone who has seen `version`; postings to it go on meanwhile.
 * Throws AccountNotFound, or StaleVersion when somebody else changed it since.
 */
export async function lockAccount(
  { query, tenantId }: CommandContext,
  { accountId, version }: { accountId: string; version: number },
): Promise<AccountRow> {
  const [row] = await query<AccountRow>(sql`
    select ${accountColumns} from ledger_accounts
    where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid for no key update`);
  if (row === undefined) throw new AccountNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}

export type EntryRow = {
  id: string;
  day: CalendarDate;
  description: string;
  sourceKind: string;
  sourceId: string | null;
  reversesId: string | null;
  reversedById: string | null;
  postedAt: Date;
};

export const entryColumns = sql`id, day, description, source_kind as "sourceKind", source_id as "sourceId",
  reverses_id as "reversesId", posted_at as "postedAt", (
    select r.id from journal_entries r where r.tenant_id = journal_entries.tenant_id and r.reverses_id = journal_entries.id
  ) as "reversedById"`;

export type EntryWithLines = Omit<EntryRow, "sourceKind" | "sourceId"> & {
  source: { kind: string; id: string | null };
  lines: LineOfEntry[];
};

type LineOfEntry = {
  accountId: string;
  accountCode: string;
  accountName: string;
  clientId: string | null;
  side: Side;
  amount: Money;
};

type LineRow = Omit<LineOfEntry, "side" | "amount"> & {
  entryId: string;
  currency: CurrencyCode;
  amountMinor: bigint;
};

/** One entry of the actor's tenant with its lines. Throws EntryNotFound. */
export async function findEntry(context: QueryContext, entryId: string): Promise<EntryWithLines> {
  const rows = await context.query<EntryRow>(sql`
    select ${entryColumns} from journal_entries
    where tenant_id = ${context.tenantId}::uuid and id = ${entryId}::uuid`);
  const [entry] = await withLines(context, rows);
  if (entry === undefined) throw new EntryNotFound();
  return entry;
}

/** Reads the lines of many entries at once and puts each with its entry. */
export async function withLines(
  { query, tenantId }: QueryContext,
  entries: readonly EntryRow[],
): Promise<EntryWithLines[]> {
  const lines = await query<LineRow>(sql`
    select l.entry_id as "entryId", l.account_id as "accountId", a.code as "accountCode", a.name as "accountName",
      l.client_id as "clientId", l.currency, l.amount_minor as "amountMinor"
    from unnest(${entries.map(({ id }) => id)}::uuid[]) as wanted (entry_id)
    cross join lateral (
      select * from journal_lines where tenant_id = ${tenantId}::uuid and entry_id = wanted.entry_id offset 0
    ) l
    join ledger_accounts a on a.tenant_id = l.tenant_id and a.id = l.account_id
    order by l.entry_id, l.position`);

  const linesOf = new Map<string, LineOfEntry[]>(entries.map(({ id }) => [id, []]));
  for (const line of lines) linesOf.get(line.entryId)?.push(toLine(line));
  return entries.map(({ sourceKind, sourceId, ...entry }) => ({
    ...entry,
    source: { kind: sourceKind, id: sourceId },
    lines: linesOf.get(entry.id) ?? [],
  }));
}

function toLine({ entryId: _, currency, amountMinor, ...line }: LineRow): LineOfEntry {
  return { ...line, ...sideOf({ minor: amountMinor, currency }) };
}
