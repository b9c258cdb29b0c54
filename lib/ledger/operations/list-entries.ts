import "server-only";
import { z } from "zod";
import { Sql, sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { calendarDateSchema } from "@/lib/core/time/schema";
import { exampleEntry } from "@/lib/ledger/examples";
import { type EntryRow, entryColumns, withLines } from "@/lib/ledger/queries";
import { accountCodeSchema, EntryView } from "@/lib/ledger/schema";

const definition = {
  from: sql`journal_entries`,
  columns: entryColumns,
  sorts: { day: { column: "day", type: "date" } },
  defaultSort: "-day",
  filters: {
    accountCode: accountCodeSchema.optional(),
    clientId: idSchema.optional(),
    from: calendarDateSchema.optional().meta({ description: "First day." }),
    before: calendarDateSchema.optional().meta({ description: "First day after the range." }),
    sourceKind: z
      .string()
      .regex(/^[a-z][a-z_-]{0,39}$/, "must be the kind of a document")
      .optional()
      .meta({ description: "Kind of the document that made the entry; `manual` for one posted by hand." }),
    sourceId: idSchema.optional().meta({ description: "The document that made the entry." }),
  },
} as const;

export const listEntries = query({
  name: "ledger.entry.list",
  summary: "List journal entries",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(EntryView),
  http: { method: "GET", path: "/ledger/entries" },
  example: {
    input: { accountCode: "1000", from: "2026-04-01", before: "2026-05-01" },
    output: { items: [exampleEntry], nextCursor: null },
  },
  async run(context, { accountCode, clientId, from, before, sourceKind, sourceId, ...request }) {
    const conditions = [
      accountCode && hasLine(accountIs(context.tenantId, accountCode)),
      clientId && hasLine(sql`l.client_id = ${clientId}::uuid`),
      from && sql`day >= ${from}::date`,
      before && sql`day < ${before}::date`,
      sourceKind && sql`source_kind = ${sourceKind}`,
      sourceId && sql`source_id = ${sourceId}::uuid`,
    ].filter((condition) => condition instanceof Sql);
    const { items, nextCursor } = await readPage<EntryRow>(context, definition, request, conditions);
    return { items: await withLines(context, items), nextCursor };
  },
});

function hasLine(condition: Sql): Sql {
  return sql`exists (select 1 from journal_lines l
    where l.tenant_id = journal_entries.tenant_id and l.entry_id = journal_entries.id and ${condition})`;
}

function accountIs(tenantId: string, accountCode: string): Sql {
  return sql`l.account_id = (
    select a.id from ledger_accounts a where a.tenant_id = ${tenantId}::uuid and a.code = ${accountCode})`;
}
