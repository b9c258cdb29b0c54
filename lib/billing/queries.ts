import "server-only";
import { InvoiceNotFound } from "@/lib/billing/errors";
import type { InvoiceStatus } from "@/lib/billing/rules/status";
import type { TaxCategory } from "@/lib/billing/rules/tax";
import type { Party } from "@/lib/billing/schema";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { CalendarDate } from "@/lib/core/time/calendar-date";

export type InvoiceRow = {
  id: string;
  clientId: string;
  orderId: string | null;
  status: InvoiceStatus;
  number: string | null;
  currency: CurrencyCode;
  language: string;
  issuedOn: CalendarDate | null;
  dueOn: CalendarDate | null;
  seller: Party | null;
  buyer: Party | null;
  isInclusive: boolean;
  netMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
  paidMinor: bigint;
  issuedAt: Date | null;
  paidAt: Date | null;
  voidedAt: Date | null;
  voidReason: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const invoiceColumns = sql`id, client_id as "clientId", order_id as "orderId", status, number, currency, language,
  issued_on as "issuedOn", due_on as "dueOn", seller, buyer, is_inclusive as "isInclusive", net_minor as "netMinor",
  tax_minor as "taxMinor", total_minor as "totalMinor", paid_minor as "paidMinor", issued_at as "issuedAt", paid_at as "paidAt",
  voided_at as "voidedAt", void_reason as "voidReason", version, created_at as "createdAt", updated_at as "updatedAt"`;

/** One invoice that the actor may see. Drafts are the staff's. Throws InvoiceNotFound. */
export async function findInvoice(
  { query, tenantId, actor }: Pick<QueryContext, "query" | "tenantId" | "actor">,
  invoiceId: string,
): Promise<InvoiceRow> {
  const [row] = await query<InvoiceRow>(sql`
    select ${invoiceColumns} from invoices where tenant_id = ${tenantId}::uuid and id = ${invoiceId}::uuid`);
  if (row === undefined || (actor.audience === "client" && row.status === "DRAFT"))
    throw new InvoiceNotFound();
  return row;
}

/**
 * Locks an invoice for a change, by someone who has seen `version` where it is given.
 * Throws InvoiceNotFound, or StaleVersion when somebody else changed it since.
 */
export async function lockInvoice(
  { query, tenantId }: Pick<CommandContext, "query" | "tenantId">,
  { invoiceId, version }: { invoiceId: string; version?: number },
): Promise<InvoiceRow> {
  const [row] = await query<InvoiceRow>(sql`
    select ${invoiceColumns} from invoices where tenant_id = ${tenantId}::uuid and id = ${invoiceId}::uuid for no key update`);
  if (row === undefined) throw new InvoiceNotFound();
  if (version !== undefined && row.version !== version) throw new StaleVersion();
  return row;
}

export type LineRow = {
  id: string;
  position: number;
  description: string;
  quantity: number;
  unitMinor: bigint;
  setupMinor: bigint;
  discountMinor: bigint;
  amountMinor: bigint;
  netMinor: bigint;
  taxClass: string;
  taxCategory: TaxCategory;
  taxRate: string;
  incomeCode: string;
  periodStart: CalendarDate | null;
  periodEnd: CalendarDate | null;
  subscriptionId: string | null;
  priceId: string | null;
};

export type TaxRowStored = {
  name: string;
  category: TaxCategory;
  rate: string;
  netMinor: bigint;
  taxMinor: bigint;
};

type Reader = Pick<QueryContext, "query" | "tenantId">;

export async function linesOf({ query, tenantId }: Reader, invoiceId: string): Promise<LineRow[]> {
  return query<LineRow>(sql`
    select id, position, description, quantity, unit_minor as "unitMinor", setup_minor as "setupMinor",
      discount_minor as "discountMinor", amount_minor as "amountMinor", net_minor as "netMinor", tax_class as "taxClass",
      tax_category as "taxCategory", tax_rate as "taxRate", income_code as "incomeCode", period_start as "periodStart",
      period_end as "periodEnd", subscription_id as "subscriptionId", price_id as "priceId"
    from invoice_lines where tenant_id = ${tenantId}::uuid and invoice_id = ${invoiceId}::uuid order by position`);
}

export async function taxesOf({ query, tenantId }: Reader, invoiceId: string): Promise<TaxRowStored[]> {
  return query<TaxRowStored>(sql`
    select name, category, rate, net_minor as "netMinor", tax_minor as "taxMinor"
    from invoice_taxes where tenant_id = ${tenantId}::uuid and invoice_id = ${invoiceId}::uuid order by position`);
}
