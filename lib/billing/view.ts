import "server-only";
import type { z } from "zod";
import { type InvoiceRow, linesOf, taxesOf } from "@/lib/billing/queries";
import { isOverdue } from "@/lib/billing/rules/status";
import type { InvoiceSummary, InvoiceView } from "@/lib/billing/schema";
import { sql } from "@/lib/core/db/sql";
import { money } from "@/lib/core/money/money";
import type { QueryContext } from "@/lib/core/operation/operation";
import { dateInZone } from "@/lib/core/time/calendar-date";
import { findTenant } from "@/lib/tenants/queries";

type Summary = z.output<typeof InvoiceSummary>;

/** Invoices as lists show them: with their clients' names, and overdue by today's calendar. */
export async function toSummaries(context: QueryContext, rows: readonly InvoiceRow[]): Promise<Summary[]> {
  if (rows.length === 0) return [];
  const names = await clientNames(
    context,
    rows.map(({ clientId }) => clientId),
  );
  const today = dateInZone(context.now, (await findTenant(context)).timeZone);
  return rows.map((row) => toSummary(row, names.get(row.clientId) ?? "", today));
}

/** An invoice whole: lines, taxes and parties. */
export async function toInvoiceView(
  context: QueryContext,
  row: InvoiceRow,
): Promise<z.output<typeof InvoiceView>> {
  const [summary] = await toSummaries(context, [row]);
  const of = (minor: bigint) => money(minor, row.currency);
  const lines = await linesOf(context, row.id);
  const taxes = await taxesOf(context, row.id);
  return {
    ...(summary as Summary),
    language: row.language,
    isInclusive: row.isInclusive,
    seller: row.seller,
    buyer: row.buyer,
    issuedAt: row.issuedAt,
    voidedAt: row.voidedAt,
    voidReason: row.voidReason,
    updatedAt: row.updatedAt,
    lines: lines.map(({ unitMinor, setupMinor, discountMinor, amountMinor, netMinor, ...line }) => ({
      ...line,
      unit: of(unitMinor),
      setup: of(setupMinor),
      discount: of(discountMinor),
      amount: of(amountMinor),
      net: of(netMinor),
    })),
    taxes: taxes.map(({ netMinor, taxMinor, ...tax }) => ({ ...tax, net: of(netMinor), tax: of(taxMinor) })),
  };
}

function toSummary(row: InvoiceRow, clientName: string, today: string): Summary {
  const { id, clientId, orderId, status, number, currency, issuedOn, dueOn, paidAt, version, createdAt } =
    row;
  const of = (minor: bigint) => money(minor, currency);
  const amounts = {
    net: of(row.netMinor),
    tax: of(row.taxMinor),
    total: of(row.totalMinor),
    paid: of(row.paidMinor),
  };
  const due = of(status === "VOID" || status === "DRAFT" ? 0n : row.totalMinor - row.paidMinor);
  return {
    id,
    clientId,
    clientName,
    orderId,
    status,
    isOverdue: isOverdue(status, dueOn, today),
    number,
    currency,
    issuedOn,
    dueOn,
    ...amounts,
    due,
    paidAt,
    version,
    createdAt,
  };
}

/** What clients are called, by id: the company's name where there is one. */
export async function clientNames(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await query<{ id: string; name: string }>(sql`
    select id, coalesce(company_name, name) as name from clients
    where tenant_id = ${tenantId}::uuid and id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
