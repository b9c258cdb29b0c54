import "server-only";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import { type CalendarDate, dateInZone } from "@/lib/core/time/calendar-date";
import { findTenant } from "@/lib/tenants/queries";

type Reversal = { entryId: string; reversalId: string };

/**
 * Takes back every entry that a document has posted and that is not yet taken back: for each a new entry with all lines on the
 * other side, under the same source, on the day of `at` in the company's zone. Lock the document first. Set-based, and
 * harmless to repeat: what another transaction reversed meanwhile is left alone.
 * `source` is the document's id. Returns the pairs of entry and reversal.
 */
export async function reverseEntries(
  context: CommandContext,
  { source, at }: { source: string; at: Date },
): Promise<Reversal[]> {
  const entries = await context.query<{ id: string }>(sql`
    select id from journal_entries
    where tenant_id = ${context.tenantId}::uuid and source_id = ${source}::uuid and reverses_id is null
    order by id`);
  return postReversals(context, { entryIds: entries.map(({ id }) => id), day: await dayOf(context, at) });
}

/** The day of an instant in the company's zone. */
export async function dayOf(context: CommandContext, at: Date): Promise<CalendarDate> {
  return dateInZone(at, (await findTenant(context)).timeZone);
}

/**
 * Reverses the entries that have no reversal yet, and returns those that it did. Entries and lines are looked up one by one in
 * their primary keys (`offset 0` says so): a plan kept from a time when the books were small would read all of them.
 */
export async function postReversals(
  { query, execute, tenantId, now }: CommandContext,
  { entryIds, day, description }: { entryIds: string[]; day: CalendarDate; description?: string | undefined },
): Promise<Reversal[]> {
  if (entryIds.length === 0) return [];

  // A transaction that is reversing the same entry is waited for here: if it commits, that entry is not in the result.
  const reversals = await query<Reversal>(sql`
    insert into journal_entries
      (tenant_id, id, day, description, source_kind, source_id, reverses_id, line_count, posted_at)
    select e.tenant_id, r.id, ${day}::date, coalesce(${description ?? null}::text, 'Reversal: ' || e.description),
      e.source_kind, e.source_id, e.id, e.line_count, ${now}::timestamptz
    from unnest(${entryIds}::uuid[], ${entryIds.map(() => newId())}::uuid[]) as r (entry_id, id)
    cross join lateral (
      select * from journal_entries where tenant_id = ${tenantId}::uuid and id = r.entry_id offset 0
    ) e
    order by e.id
    on conflict (tenant_id, reverses_id) where reverses_id is not null do nothing
    returning reverses_id as "entryId", id as "reversalId"`);

  await execute(sql`
    insert into journal_lines (tenant_id, entry_id, position, account_id, client_id, currency, amount_minor)
    select l.tenant_id, r.id, l.position, l.account_id, l.client_id, l.currency, -l.amount_minor
    from unnest(${reversals.map(({ entryId }) => entryId)}::uuid[],
      ${reversals.map(({ reversalId }) => reversalId)}::uuid[]) as r (entry_id, id)
    cross join lateral (
      select * from journal_lines where tenant_id = ${tenantId}::uuid and entry_id = r.entry_id offset 0
    ) l`);
  return reversals;
}
