import "server-only";
import { type DraftLine, writeDraft, writeLines } from "@/lib/billing/draft";
import { InvoiceNotChangeable } from "@/lib/billing/errors";
import { invoiceIssued, invoicePaid } from "@/lib/billing/events";
import { findInvoice, type InvoiceRow, linesOf } from "@/lib/billing/queries";
import { formatNumber, seriesOf } from "@/lib/billing/rules/number";
import { canInvoice } from "@/lib/billing/rules/status";
import type { Party } from "@/lib/billing/schema";
import { invoiceNumberFormat, paymentTermsDays } from "@/lib/billing/settings";
import { type ClientRow, findClient } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { moneyJson } from "@/lib/core/money/json";
import { money } from "@/lib/core/money/money";
import { takeNumbers } from "@/lib/core/number-series";
import type { CommandContext } from "@/lib/core/operation/operation";
import { readSettings } from "@/lib/core/settings/read";
import { addDays, dateInZone } from "@/lib/core/time/calendar-date";
import { postEntries } from "@/lib/ledger/posting";
import { chart } from "@/lib/ledger/rules/chart";
import type { EntryLine } from "@/lib/ledger/rules/entry";
import { findTenant, type TenantRow } from "@/lib/tenants/queries";
import { tell } from "@/lib/timeline/tell";

export type InvoiceToIssue = {
  readonly clientId: string;
  readonly orderId: string | null;
  readonly currency: CurrencyCode;
  /** Of the document and its mails. */
  readonly language: string;
  readonly lines: readonly DraftLine[];
  /** Days to pay; the client's terms, else the company's, when left out. */
  readonly dueInDays?: number | undefined;
};

/**
 * Writes an invoice and issues it at once, within a command of staff or of the system: tax of today, parties frozen, the books
 * posted, and last the next number of its series. Nothing to pay: it is paid at once (R21).
 * Call it late in the operation: from here on the company's books and series are held until the commit.
 */
export async function issueInvoice(context: CommandContext, invoice: InvoiceToIssue): Promise<InvoiceRow> {
  const draft = await writeDraft(context, invoice);
  return issue(context, draft, null, invoice.dueInDays);
}

/**
 * Issues a draft that is locked: its lines are taxed anew, for the day of issue counts (R42).
 * Throws InvoiceNotChangeable.
 */
export async function issueDraft(
  context: CommandContext,
  draft: InvoiceRow,
  dueInDays?: number | undefined,
): Promise<InvoiceRow> {
  if (!canInvoice("issue", draft.status)) throw new InvoiceNotChangeable("issue", draft.status);
  await writeLines(context, draft, await linesOf(context, draft.id));
  return issue(context, await findInvoice(context, draft.id), draft, dueInDays);
}

async function issue(
  context: CommandContext,
  draft: InvoiceRow,
  before: InvoiceRow | null,
  dueInDays: number | undefined,
): Promise<InvoiceRow> {
  const { tenantId, now } = context;
  const [client, tenant] = [await findClient(context, draft.clientId), await findTenant(context)];
  const { format, terms } = await readSettings(context, {
    format: invoiceNumberFormat,
    terms: paymentTermsDays,
  });
  const day = dateInZone(now, tenant.timeZone);
  const dueOn = addDays(day, dueInDays ?? client.creditTermsDays ?? terms);
  const isPaid = draft.totalMinor === 0n;

  const lines = await entryLines(context, draft);
  const source = { kind: "invoice", id: draft.id };
  const description = `Invoice, client ${client.number}`;
  await postEntries(context, lines.length < 2 ? [] : [{ day, description, source, lines }]);

  const series = seriesOf(format, day);
  const sequence = await takeNumbers(context, { kind: "invoice", scope: series });
  const number = formatNumber(format, day, sequence);
  await context.execute(sql`
    update invoices set status = ${isPaid ? "PAID" : "ISSUED"}::invoice_status, number = ${number}, series = ${series},
      sequence = ${sequence}, issued_on = ${day}::date, due_on = ${dueOn}::date, seller = ${JSON.stringify(sellerOf(tenant))}::jsonb,
      buyer = ${JSON.stringify(buyerOf(client))}::jsonb, issued_at = ${now}, paid_at = ${isPaid ? now : null}::timestamptz,
      version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${draft.id}::uuid and status = 'DRAFT'`);

  const after = await findInvoice(context, draft.id);
  context.audit(before, after, "invoice");
  await announce(context, after);
  return after;
}

/** Receivables on the one side; income by its accounts and tax on the other. None where nothing is asked for. */
async function entryLines(context: CommandContext, invoice: InvoiceRow): Promise<EntryLine[]> {
  const byCode = new Map<string, bigint>();
  for (const { incomeCode, netMinor } of await linesOf(context, invoice.id)) {
    byCode.set(incomeCode, (byCode.get(incomeCode) ?? 0n) - netMinor);
  }
  const line = (accountCode: string, minor: bigint, clientId?: string): EntryLine => ({
    accountCode,
    clientId,
    amount: money(minor, invoice.currency),
  });
  return [
    line(chart.receivables.code, invoice.totalMinor, invoice.clientId),
    ...[...byCode].map(([code, minor]) => line(code, minor)),
    line(chart.taxPayable.code, -invoice.taxMinor),
  ].filter(({ amount }) => amount.minor !== 0n);
}

async function announce(context: CommandContext, invoice: InvoiceRow): Promise<void> {
  const { id: invoiceId, clientId, orderId, number, currency } = invoice;
  const total = moneyJson({ minor: invoice.totalMinor, currency });
  const about = orderId === null ? [invoiceId] : [invoiceId, orderId];
  await tell(context, {
    what: "invoice_issued",
    clientId,
    about,
    data: { number, total, dueOn: invoice.dueOn },
    isPublic: true,
  });
  context.emit(invoiceIssued({ invoiceId, clientId, orderId }));
  if (invoice.status !== "PAID") return;

  await tell(context, { what: "invoice_paid", clientId, about, data: { number, total }, isPublic: true });
  context.emit(invoicePaid({ invoiceId, clientId, orderId }));
}

function sellerOf(tenant: TenantRow): Party {
  const { name, legalName, line1, line2, city, region, postalCode, country, email, taxNumber } = tenant;
  const { registrationNumber } = tenant;
  const address = { line1, line2, city, region, postalCode, country };
  return { name, companyName: legalName, ...address, email, taxNumber, registrationNumber };
}

function buyerOf(client: ClientRow): Party {
  const { name, companyName, line1, line2, city, region, postalCode, country, email, taxNumber } = client;
  const address = { line1, line2, city, region, postalCode, country };
  return { name, companyName, ...address, email, taxNumber, registrationNumber: null };
}
