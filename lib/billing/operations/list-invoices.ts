import "server-only";
import { z } from "zod";
import { isOfAge } from "@/lib/billing/aged";
import { exampleInvoiceSummary } from "@/lib/billing/examples";
import { type InvoiceRow, invoiceColumns } from "@/lib/billing/queries";
import { receivableAges } from "@/lib/billing/rules/age";
import { invoiceStatuses } from "@/lib/billing/rules/status";
import { InvoiceSummary } from "@/lib/billing/schema";
import { toSummaries } from "@/lib/billing/view";
import { Sql, sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money/schema";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { type QueryContext, query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { dateInZone } from "@/lib/core/time/calendar-date";
import { calendarDateSchema } from "@/lib/core/time/schema";
import { findTenant } from "@/lib/tenants/queries";

/** States, and those that the calendar makes of them. */
export const invoiceFilters = [...invoiceStatuses, "OPEN", "OVERDUE"] as const;

const definition = {
  from: sql`invoices`,
  columns: invoiceColumns,
  sorts: {
    createdAt: { column: "created_at", type: "timestamptz" },
    total: { column: "total_minor", type: "bigint" },
  },
  defaultSort: "-createdAt",
  filters: {
    status: z.enum(invoiceFilters).optional().meta({
      description: "`OPEN`: issued and not yet paid; `OVERDUE`: of these, those past their day.",
    }),
    age: z.enum(receivableAges).optional().meta({
      description: "Issued and not yet paid, by the days past their day; `current`: not past it.",
    }),
    clientId: idSchema.optional(),
    orderId: idSchema.optional(),
    currency: currencySchema.optional(),
    from: calendarDateSchema.optional().meta({ description: "First day of issue." }),
    before: calendarDateSchema.optional().meta({ description: "First day of issue after the range." }),
    search: lineSchema(100).optional().meta({
      description: "The beginning of a number, or words of the client as its list takes them.",
    }),
  },
} as const;

export const listInvoices = query({
  name: "billing.invoice.list",
  summary: "List invoices",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(InvoiceSummary),
  http: { method: "GET", path: "/invoices" },
  example: {
    input: { status: "OPEN", limit: 50 },
    output: { items: [exampleInvoiceSummary], nextCursor: null },
  },
  async run(context, { status, age, clientId, orderId, currency, from, before, search, ...request }) {
    const conditions = [
      context.actor.audience === "client" && sql`status <> 'DRAFT'`,
      status && (await hasStatus(context, status)),
      age && isOfAge(age, await todayOf(context)),
      clientId && sql`client_id = ${clientId}::uuid`,
      orderId && sql`order_id = ${orderId}::uuid`,
      currency && sql`currency = ${currency}`,
      from && sql`issued_on >= ${from}::date`,
      before && sql`issued_on < ${before}::date`,
      search &&
        sql`(starts_with(number, ${search.toUpperCase()})
          or client_id in (select id from search_clients(${search}, 200, array['=kept'])))`,
    ].filter((condition) => condition instanceof Sql);
    const { items, nextCursor } = await readPage<InvoiceRow>(context, definition, request, conditions);
    return { items: await toSummaries(context, items), nextCursor };
  },
});

async function hasStatus(context: QueryContext, status: (typeof invoiceFilters)[number]): Promise<Sql> {
  if (status === "OPEN") return sql`status in ('ISSUED', 'PARTLY_PAID')`;
  if (status !== "OVERDUE") return sql`status = ${status}::invoice_status`;
  return sql`status in ('ISSUED', 'PARTLY_PAID') and due_on < ${await todayOf(context)}::date`;
}

async function todayOf(context: QueryContext) {
  return dateInZone(context.now, (await findTenant(context)).timeZone);
}
