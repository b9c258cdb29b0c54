import "server-only";
import { invoicePaid, invoicePartlyPaid } from "@/lib/billing/events";
import { findInvoice, type InvoiceRow, lockInvoice } from "@/lib/billing/queries";
import { canInvoice } from "@/lib/billing/rules/status";
import { sql } from "@/lib/core/db/sql";
import { moneyJson } from "@/lib/core/money/json";
import { type Money, money } from "@/lib/core/money/money";
import type { CommandContext } from "@/lib/core/operation/operation";
import { tell } from "@/lib/timeline/tell";

export type Applied = { readonly applied: Money; readonly rest: Money };

/**
 * Puts money towards an invoice, within the operation that received it: as much as is due of it, the rest is handed back and becomes
 * the client's credit. The invoice is locked, so of two payments at once the first pays and the second finds nothing due. One that is
 * void or paid takes nothing, and neither does one of another currency. The books are the caller's.
 */
export async function applyPayment(
  context: CommandContext,
  { invoiceId, amount, paymentId }: { invoiceId: string; amount: Money; paymentId: string },
): Promise<Applied> {
  const { now, tenantId } = context;
  const before = await lockInvoice(context, { invoiceId });
  const due = before.totalMinor - before.paidMinor;
  const takes = canInvoice("pay", before.status) && before.currency === amount.currency && amount.minor > 0n;
  const applied = !takes ? 0n : amount.minor < due ? amount.minor : due;
  const split = {
    applied: money(applied, amount.currency),
    rest: money(amount.minor - applied, amount.currency),
  };
  if (applied === 0n) return split;

  const isPaid = applied === due;
  await context.execute(sql`
    update invoices set paid_minor = paid_minor + ${applied}, status = ${isPaid ? "PAID" : "PARTLY_PAID"}::invoice_status,
      paid_at = ${isPaid ? now : null}::timestamptz, version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${invoiceId}::uuid`);
  const after = await findInvoice(context, invoiceId);
  context.audit(before, after, "invoice");
  await announce(context, after, { paymentId, applied });
  return split;
}

async function announce(
  context: CommandContext,
  invoice: InvoiceRow,
  { paymentId, applied }: { paymentId: string; applied: bigint },
): Promise<void> {
  const { id: invoiceId, clientId, orderId, number, currency } = invoice;
  const about = [invoiceId, paymentId, ...(orderId === null ? [] : [orderId])];
  const of = (minor: bigint) => moneyJson({ minor, currency });
  if (invoice.status === "PAID") {
    const data = { number, total: of(invoice.totalMinor) };
    await tell(context, { what: "invoice_paid", clientId, about, data, isPublic: true });
    context.emit(invoicePaid({ invoiceId, clientId, orderId }));
    return;
  }
  const data = { number, amount: of(applied) };
  await tell(context, { what: "invoice_part_paid", clientId, about, data, isPublic: true });
  context.emit(invoicePartlyPaid({ invoiceId, clientId, orderId }));
}
