import "server-only";
import { findInvoice, lockInvoice } from "@/lib/billing/queries";
import { canInvoice } from "@/lib/billing/rules/status";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { takeNumbers } from "@/lib/core/number-series";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { Texts } from "@/lib/core/text";
import type { Gateway } from "@/lib/payments/contract";
import { ConnectionUnusable, MethodRefused, NothingToPay, PaymentUnderWay } from "@/lib/payments/errors";
import { paymentStarted } from "@/lib/payments/events";
import { allGateways, gatewayOf } from "@/lib/payments/gateways";
import { sealInstructions } from "@/lib/payments/instructions";
import { type ConnectionRow, connectionColumns, findConnection, findPayment } from "@/lib/payments/queries";
import { tell } from "@/lib/timeline/tell";

export type PaymentToBegin = {
  readonly invoiceId: string;
  readonly connectionId: string;
  /** What the payer gave, by the gateway's `method` schema. Kept encrypted until the gateway has answered. */
  readonly method: Record<string, string>;
  /** A path of the company's site: where a payer who confirms elsewhere comes back to. The invoice in the portal when left out. */
  readonly returnPath?: string | undefined;
};

/**
 * Writes down that what is due of an invoice is to be paid, and has durable work do it: nothing is called here. For every actor who
 * may see the invoice. Throws InvoiceNotFound, NothingToPay, ConnectionNotFound, ConnectionUnusable, MethodRefused, PaymentUnderWay.
 */
export async function beginPayment(
  context: CommandContext,
  { invoiceId, connectionId, method, returnPath }: PaymentToBegin,
): Promise<{ paymentId: string }> {
  const { tenantId, now } = context;
  await findInvoice(context, invoiceId);
  const invoice = await lockInvoice(context, { invoiceId });
  const due = invoice.totalMinor - invoice.paidMinor;
  if (!canInvoice("pay", invoice.status) || due <= 0n) throw new NothingToPay();

  const connection = await findConnection(context, connectionId);
  const gateway = gatewayOf(connection.gateway);
  if (!connection.isEnabled || !takes(gateway, invoice.currency)) throw new ConnectionUnusable();
  const given = checkMethod(gateway, method);
  await refuseSecond(context, invoiceId);

  const paymentId = newId();
  const path = returnPath ?? `/portal/invoices/${invoiceId}/payments/${paymentId}`;
  const sealed = sealInstructions(tenantId, paymentId, { method: given, returnPath: path });
  const number = await takeNumbers(context, { kind: "payment" });
  await context.execute(sql`
    insert into payments (id, tenant_id, number, client_id, invoice_id, connection_id, gateway, status, currency, amount_minor,
      instructions, created_at, updated_at)
    values (${paymentId}::uuid, ${tenantId}::uuid, ${number}, ${invoice.clientId}::uuid, ${invoiceId}::uuid, ${connectionId}::uuid,
      ${connection.gateway}, 'PENDING', ${invoice.currency}, ${due}, ${sealed}, ${now}, ${now})`);

  context.audit(null, await findPayment(context, paymentId), "payment");
  const about = [paymentId, invoiceId, ...(invoice.orderId === null ? [] : [invoice.orderId])];
  const amount = { minor: Number(due), currency: invoice.currency };
  const data = { number: Number(number), amount };
  await tell(context, { what: "payment_started", clientId: invoice.clientId, about, data, isPublic: true });
  context.emit(paymentStarted({ paymentId, clientId: invoice.clientId }));
  return { paymentId };
}

function checkMethod(gateway: Gateway, method: Record<string, string>): Record<string, string> {
  const parsed = gateway.method.safeParse(method);
  if (parsed.success) return parsed.data as Record<string, string>;
  throw new MethodRefused(
    parsed.error.issues.map(({ path, code, message }) => ({
      path: ["method", ...path].join("."),
      code,
      message,
    })),
  );
}

/** One that only waits for its payer may be left lying: whoever confirms it after all gets credit. */
async function refuseSecond({ query, tenantId }: CommandContext, invoiceId: string): Promise<void> {
  const [open] = await query<{ id: string }>(sql`
    select id from payments where tenant_id = ${tenantId}::uuid and invoice_id = ${invoiceId}::uuid
      and status in ('PENDING', 'PROCESSING', 'UNKNOWN') limit 1`);
  if (open !== undefined) throw new PaymentUnderWay(open.id);
}

export type PaymentOption = {
  readonly connectionId: string;
  readonly gateway: string;
  readonly name: Texts;
  readonly isTest: boolean;
  readonly form: Gateway["form"];
  readonly testCards: { number: string; meaning: string }[];
};

/** The ways in which an amount of a currency can be paid, in the company's order. For every actor. */
export async function paymentOptions(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  { currency }: { currency: CurrencyCode },
): Promise<PaymentOption[]> {
  const rows = await query<ConnectionRow>(sql`
    select ${connectionColumns} from gateway_connections
    where tenant_id = ${tenantId}::uuid and is_enabled order by position, id`);
  return rows.flatMap(({ id, gateway: gatewayId, name }) => {
    const gateway = allGateways().find((known) => known.id === gatewayId);
    if (gateway === undefined || !takes(gateway, currency)) return [];
    const { isTest, form, testCards = [] } = gateway;
    return [{ connectionId: id, gateway: gatewayId, name, isTest, form, testCards: [...testCards] }];
  });
}

function takes({ currencies }: Gateway, currency: CurrencyCode): boolean {
  return currencies === null || currencies.includes(currency);
}
