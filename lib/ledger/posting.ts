import "server-only";
import { ClientNotFound } from "@/lib/clients/errors";
import { isReferenceViolation, violatedConstraint } from "@/lib/core/db/failures";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import type { CalendarDate } from "@/lib/core/time/calendar-date";
import { AccountNotFound } from "@/lib/ledger/errors";
import { assertBalanced, type EntryLine } from "@/lib/ledger/rules/entry";

/** What made an entry: kind `invoice`, `payment`, `manual`, and the document's id where there is one. */
export type EntrySource = { readonly kind: string; readonly id?: string | undefined };

export type EntryToPost = {
  /** The day on which the books show it, in the company's calendar. */
  readonly day: CalendarDate;
  readonly description: string;
  readonly source: EntrySource;
  /** Two or more, balanced in each currency; `debit` and `credit` of rules/entry make them. */
  readonly lines: readonly EntryLine[];
};

type Books = Pick<CommandContext, "query" | "execute" | "tenantId" | "now">;

/**
 * Posts any number of entries in two statements and returns their ids in the order given. Accounts are named by their codes.
 * From here to the commit the day's balance rows of these accounts are locked: post late in an operation, and all at once.
 * Throws Unbalanced, AccountNotFound or ClientNotFound, before which nothing stays; audit rows and events are the caller's.
 */
export async function postEntries(books: Books, entries: readonly EntryToPost[]): Promise<string[]> {
  for (const { lines } of entries) assertBalanced(lines);
  if (entries.length === 0) return [];

  const ids = entries.map(() => newId());
  await insertEntries(books, entries, ids);
  await insertLines(books, entries, ids);
  return ids;
}

async function insertEntries(
  { execute, tenantId, now }: Books,
  entries: readonly EntryToPost[],
  ids: readonly string[],
): Promise<void> {
  await execute(sql`
    insert into journal_entries (tenant_id, id, day, description, source_kind, source_id, line_count, posted_at)
    select ${tenantId}::uuid, e.id, e.day, e.description, e.source_kind, e.source_id, e.line_count, ${now}::timestamptz
    from unnest(${ids}::uuid[], ${entries.map(({ day }) => day)}::date[],
      ${entries.map(({ description }) => description)}::text[], ${entries.map(({ source }) => source.kind)}::text[],
      ${entries.map(({ source }) => source.id ?? null)}::uuid[], ${entries.map(({ lines }) => lines.length)}::int[])
      as e (id, day, description, source_kind, source_id, line_count)`);
}

async function insertLines(
  books: Books,
  entries: readonly EntryToPost[],
  ids: readonly string[],
): Promise<void> {
  const lines = entries.flatMap((entry, index) =>
    entry.lines.map((line, at) => ({ ...line, entryId: ids[index], position: at + 1 })),
  );
  const codes = lines.map(({ accountCode }) => accountCode);
  const inserted = await books
    .execute(sql`
      insert into journal_lines (tenant_id, entry_id, position, account_id, client_id, currency, amount_minor)
      select ${books.tenantId}::uuid, l.entry_id, l.position, a.id, l.client_id, l.currency, l.amount_minor
      from unnest(${lines.map(({ entryId }) => entryId)}::uuid[], ${lines.map(({ position }) => position)}::int[],
        ${codes}::text[], ${lines.map(({ clientId }) => clientId ?? null)}::uuid[],
        ${lines.map(({ amount }) => amount.currency)}::text[], ${lines.map(({ amount }) => amount.minor)}::bigint[])
        as l (entry_id, position, account_code, client_id, currency, amount_minor)
      join ledger_accounts a on a.tenant_id = ${books.tenantId}::uuid and a.code = l.account_code`)
    .catch((error: unknown) => {
      throw isUnknownClient(error) ? new ClientNotFound() : error;
    });

  // The join drops lines whose code names no account; the refusal that follows rolls the whole of it back.
  if (inserted !== lines.length) throw new AccountNotFound(await firstUnknown(books, codes));
}

function isUnknownClient(error: unknown): boolean {
  return (
    isReferenceViolation(error) && violatedConstraint(error) === "journal_lines_tenant_id_client_id_fkey"
  );
}

async function firstUnknown(
  { query, tenantId }: Books,
  codes: readonly string[],
): Promise<string | undefined> {
  const known = await query<{ code: string }>(
    sql`select code from ledger_accounts where tenant_id = ${tenantId}::uuid and code = any(${codes}::text[])`,
  );
  return codes.find((code) => !known.some((account) => account.code === code));
}
