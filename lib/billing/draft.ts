import "server-only";
import { InvoiceBelowZero } from "@/lib/billing/errors";
import { findInvoice, type InvoiceRow, lockInvoice } from "@/lib/billing/queries";
import { type Reckoned, reckonTax } from "@/lib/billing/rules/tax";
import { pricesIncludeTax } from "@/lib/billing/settings";
import { taxRates } from "@/lib/billing/tax";
import { type ClientRow, findClient } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import type { CommandContext } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";
import { type CalendarDate, dateInZone } from "@/lib/core/time/calendar-date";
import { findTenant } from "@/lib/tenants/queries";

/** A line before tax is reckoned: `amountMinor` is quantity x (unit + set-up) less discount, with tax where prices include it. */
export type DraftLine = {
  readonly description: string;
  readonly quantity: number;
  readonly unitMinor: bigint;
  readonly setupMinor: bigint;
  readonly discountMinor: bigint;
  readonly amountMinor: bigint;
  readonly taxClass: string;
  /** The account that earns it. */
  readonly incomeCode: string;
  readonly subscriptionId: string | null;
  readonly priceId: string | null;
  readonly periodStart: CalendarDate | null;
  readonly periodEnd: CalendarDate | null;
};

type NewDraft = {
  readonly clientId: string;
  readonly orderId: string | null;
  readonly currency: CurrencyCode;
  readonly language: string;
  readonly lines: readonly DraftLine[];
};

/** Writes a draft: lines, tax and totals as of today. Throws ClientNotFound, InvoiceBelowZero. */
export async function writeDraft(context: CommandContext, draft: NewDraft): Promise<InvoiceRow> {
  const { tenantId, now } = context;
  const id = newId();
  const isInclusive = await readSetting(context, pricesIncludeTax);
  await context.execute(sql`
    insert into invoices (id, tenant_id, client_id, order_id, currency, language, is_inclusive, created_at, updated_at)
    values (${id}::uuid, ${tenantId}::uuid, ${draft.clientId}::uuid, ${draft.orderId}::uuid, ${draft.currency}, ${draft.language},
      ${isInclusive}, ${now}, ${now})`);
  await writeLines(context, await lockInvoice(context, { invoiceId: id }), draft.lines);
  return findInvoice(context, id);
}

/** Puts these lines in the place of a draft's, with tax and totals as of today. Throws InvoiceBelowZero. */
export async function writeLines(
  context: CommandContext,
  invoice: Pick<InvoiceRow, "id" | "clientId" | "currency" | "isInclusive">,
  lines: readonly DraftLine[],
): Promise<void> {
  const reckoned = reckonTax({
    lines: lines.map((line) => ({
      amount: money(line.amountMinor, invoice.currency),
      taxClass: line.taxClass,
    })),
    rateOf: await ratesFor(context, await findClient(context, invoice.clientId)),
    isInclusive: invoice.isInclusive,
    currency: invoice.currency,
  });
  if (reckoned.total.minor < 0n) throw new InvoiceBelowZero();

  const { tenantId } = context;
  await context.execute(
    sql`delete from invoice_lines where tenant_id = ${tenantId}::uuid and invoice_id = ${invoice.id}::uuid`,
  );
  await context.execute(
    sql`delete from invoice_taxes where tenant_id = ${tenantId}::uuid and invoice_id = ${invoice.id}::uuid`,
  );
  await insertLines(context, invoice, lines, reckoned);
  await insertTaxes(context, invoice, reckoned);
  await context.execute(sql`
    update invoices set net_minor = ${reckoned.net.minor}, tax_minor = ${reckoned.tax.minor}, total_minor = ${reckoned.total.minor},
      updated_at = ${context.now} where tenant_id = ${tenantId}::uuid and id = ${invoice.id}::uuid
      and status = 'DRAFT'`);
}

/** The rates that a client's purchases bear today. */
async function ratesFor(context: CommandContext, client: ClientRow) {
  const { country, region, kind, taxNumber } = client;
  const day = dateInZone(context.now, (await findTenant(context)).timeZone);
  return taxRates(context, { country, region, isBusiness: kind === "COMPANY", taxNumber, day });
}

type Owner = Pick<InvoiceRow, "id" | "clientId">;

async function insertLines(
  { execute, tenantId }: CommandContext,
  { id, clientId }: Owner,
  lines: readonly DraftLine[],
  reckoned: Reckoned,
): Promise<void> {
  const of = <T>(pick: (line: DraftLine) => T) => lines.map(pick);
  await execute(sql`
    insert into invoice_lines (id, tenant_id, client_id, invoice_id, position, description, quantity, unit_minor, setup_minor,
      discount_minor, amount_minor, net_minor, tax_class, tax_category, tax_rate, income_code, period_start, period_end,
      subscription_id, price_id)
    select l.id, ${tenantId}::uuid, ${clientId}::uuid, ${id}::uuid, l.position, l.description, l.quantity, l.unit, l.setup, l.discount,
      l.amount, l.net, l.tax_class, l.category, l.rate, l.income, l.period_start, l.period_end, l.subscription_id, l.price_id
    from unnest(${of(() => newId())}::uuid[], ${lines.map((_, index) => index + 1)}::int[],
      ${of(({ description }) => description)}::text[], ${of(({ quantity }) => quantity)}::int[],
      ${of(({ unitMinor }) => unitMinor)}::bigint[], ${of(({ setupMinor }) => setupMinor)}::bigint[],
      ${of(({ discountMinor }) => discountMinor)}::bigint[], ${of(({ amountMinor }) => amountMinor)}::bigint[],
      ${reckoned.lines.map(({ net }) => net.minor)}::bigint[], ${of(({ taxClass }) => taxClass)}::text[],
      ${reckoned.lines.map(({ rate }) => rate.category)}::text[], ${reckoned.lines.map(({ rate }) => rate.rate)}::text[],
      ${of(({ incomeCode }) => incomeCode)}::text[], ${of(({ periodStart }) => periodStart)}::date[],
      ${of(({ periodEnd }) => periodEnd)}::date[], ${of(({ subscriptionId }) => subscriptionId)}::uuid[],
      ${of(({ priceId }) => priceId)}::uuid[])
      as l (id, position, description, quantity, unit, setup, discount, amount, net, tax_class, category, rate, income,
        period_start, period_end, subscription_id, price_id)`);
}

async function insertTaxes(
  { execute, tenantId }: CommandContext,
  { id, clientId }: Owner,
  { taxes }: Reckoned,
): Promise<void> {
  await execute(sql`
    insert into invoice_taxes (id, tenant_id, client_id, invoice_id, position, name, category, rate, net_minor, tax_minor)
    select t.id, ${tenantId}::uuid, ${clientId}::uuid, ${id}::uuid, t.position, t.name, t.category, t.rate, t.net, t.tax
    from unnest(${taxes.map(() => newId())}::uuid[], ${taxes.map((_, index) => index + 1)}::int[],
      ${taxes.map(({ name }) => name)}::text[], ${taxes.map(({ category }) => category)}::text[],
      ${taxes.map(({ rate }) => rate)}::text[], ${taxes.map(({ net }) => net.minor)}::bigint[],
      ${taxes.map(({ tax }) => tax.minor)}::bigint[]) as t (id, position, name, category, rate, net, tax)`);
}
