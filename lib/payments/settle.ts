import "server-only";
import { applyPayment } from "@/lib/billing/apply-payment";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { moneyJson } from "@/lib/core/money/json";
import { type Money, money } from "@/lib/core/money/money";
import type { CommandContext } from "@/lib/core/operation/operation";
import { type CalendarDate, dateInZone } from "@/lib/core/time/calendar-date";
import { postEntries } from "@/lib/ledger/posting";
import { chart } from "@/lib/ledger/rules/chart";
import { credit, debit } from "@/lib/ledger/rules/entry";
import { paymentSucceeded } from "@/lib/payments/events";
import { findPayment, type PaymentRow } from "@/lib/payments/queries";
import { findTenant } from "@/lib/tenants/queries";
import { tell } from "@/lib/timeline/tell";

/** Where money stands that did not come by a gateway. */
const accounts: Record<string, string> = {
  bank_transfer: chart.bank.code,
  cash: chart.cash.code,
  other: chart.bank.code,
};

/**
 * Puts a payment that has just succeeded where it belongs: towards its invoice, and what is over to the client's credit (R32); the books
 * follow. The payment is locked and stands as SUCCEEDED already; `before` is what it was, null for money recorded by hand.
 */
export async function settlePayment(
  context: CommandContext,
  payment: PaymentRow,
  { before = payment, day }: { before?: PaymentRow | null; day?: CalendarDate | undefined } = {},
): Promise<PaymentRow> {
  const { execute, tenantId, now } = context;
  const { id: paymentId, invoiceId, clientId, currency } = payment;
  const amount = money(payment.amountMinor, currency);
  const { applied, rest } = await applyPayment(context, { invoiceId, amount, paymentId });

  if (applied.minor > 0n) {
    await execute(sql`
      insert into payment_allocations (id, tenant_id, client_id, payment_id, invoice_id, amount_minor, created_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${paymentId}::uuid, ${invoiceId}::uuid, ${applied.minor}, ${now})`);
  }
  await execute(sql`
    update payments set credited_minor = ${rest.minor}, received_at = ${now}, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${paymentId}::uuid and received_at is null`);

  const lines = [
    debit(
      payment.connectionId === null
        ? (accounts[payment.gateway] ?? chart.bank.code)
        : chart.gatewayClearing.code,
      amount,
    ),
    ...(applied.minor > 0n ? [credit(chart.receivables.code, applied, clientId)] : []),
    ...(rest.minor > 0n ? [credit(chart.clientCredit.code, rest, clientId)] : []),
  ];
  const today = day ?? dateInZone(now, (await findTenant(context)).timeZone);
  const description = `Payment ${payment.number}`;
  await postEntries(context, [
    { day: today, description, source: { kind: "payment", id: paymentId }, lines },
  ]);

  const after = await findPayment(context, paymentId);
  context.audit(before, after, "payment");
  await announce(context, after, rest);
  return after;
}

async function announce(context: CommandContext, payment: PaymentRow, rest: Money): Promise<void> {
  const { id: paymentId, clientId, invoiceId, currency } = payment;
  const about = [paymentId, invoiceId];
  const of = (minor: bigint) => moneyJson({ minor, currency });
  const number = Number(payment.number);
  const data = { number, amount: of(payment.amountMinor) };
  await tell(context, { what: "payment_received", clientId, about, data, isPublic: true });
  if (rest.minor > 0n) {
    const over = { number, amount: of(rest.minor) };
    await tell(context, { what: "payment_credited", clientId, about, data: over, isPublic: true });
  }
  context.emit(paymentSucceeded({ paymentId, clientId, invoiceId }));
}
