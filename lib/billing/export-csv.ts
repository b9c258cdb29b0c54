import "server-only";
import type { z } from "zod";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import type { InvoiceSummary } from "@/lib/billing/schema";
import { csvLine } from "@/lib/core/csv";
import { exponentOf, isCurrencyCode } from "@/lib/core/money/currencies";
import { decimalText } from "@/lib/core/money/fraction";
import type { Call } from "@/lib/core/operation/call";
import { run } from "@/lib/core/operation/run";

const head = [
  "number",
  "client",
  "status",
  "issued_on",
  "due_on",
  "currency",
  "net",
  "tax",
  "total",
  "paid",
  "due",
  "id",
];

/** Invoices as CSV, page by page, in the list's order: memory does not grow with it. Throws what the list refuses. */
export async function* invoiceCsv(
  filters: z.input<typeof listInvoices.input>,
  call: Call,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine(head)}`;
  let cursor: string | undefined;
  do {
    const page = await run(listInvoices, { ...filters, limit: 200, ...(cursor && { cursor }) }, call);
    yield page.items.map(toLine).join("");
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function toLine(invoice: z.output<typeof InvoiceSummary>): string {
  const { number, clientName, status, issuedOn, dueOn, currency, net, tax, total, paid, due, id } = invoice;
  const digits = isCurrencyCode(currency) ? exponentOf(currency) : 2;
  const amounts = [net, tax, total, paid, due].map(({ minor }) => decimalText(minor, digits));
  return csvLine([number, clientName, status, issuedOn, dueOn, currency, ...amounts, id]);
}
