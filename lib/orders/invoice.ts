import "server-only";
import type { DraftLine } from "@/lib/billing/draft";
import { issueInvoice } from "@/lib/billing/issue";
import { findClient } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { chart } from "@/lib/ledger/rules/chart";
import { changeOrder, linesOfOrder, type OrderRow } from "@/lib/orders/orders";
import { findTenant } from "@/lib/tenants/queries";

/** Which account earns what is sold. */
const incomeOf: Readonly<Record<string, string>> = {
  DOMAIN: chart.domainIncome.code,
  CERTIFICATE: chart.certificateIncome.code,
  LICENCE: chart.licenseIncome.code,
  SERVICE: chart.serviceIncome.code,
};

/**
 * Issues the invoice of a locked order that may go on, once: an order that has one is left as it is. For staff and the system, since the
 * books are posted. Late in an operation: see `issueInvoice`.
 */
export async function invoiceOrder(context: CommandContext, order: OrderRow): Promise<OrderRow> {
  if (order.invoiceId !== null || order.status !== "PENDING") return order;

  const client = await findClient(context, order.clientId);
  const { language } = await findTenant(context);
  const invoice = await issueInvoice(context, {
    clientId: order.clientId,
    orderId: order.id,
    currency: order.currency,
    language: client.language ?? language,
    lines: await draftLines(context, order),
  });
  return changeOrder(context, order, sql`invoice_id = ${invoice.id}::uuid`);
}

async function draftLines(context: CommandContext, { id }: OrderRow): Promise<DraftLine[]> {
  const { query, tenantId } = context;
  const kinds = await query<{ subscriptionId: string; kind: string }>(sql`
    select s.id as "subscriptionId", p.kind from subscriptions s
    join products p on p.tenant_id = s.tenant_id and p.id = s.product_id
    where s.tenant_id = ${tenantId}::uuid and s.order_id = ${id}::uuid`);
  const kindOf = new Map(kinds.map(({ subscriptionId, kind }) => [subscriptionId, kind]));
  return (await linesOfOrder(context, id)).map((line) => ({
    description: line.description,
    quantity: line.quantity,
    unitMinor: line.unitMinor,
    setupMinor: line.setupMinor,
    discountMinor: line.discountMinor,
    amountMinor: line.amountMinor,
    taxClass: line.taxClass,
    incomeCode: incomeOf[kindOf.get(line.subscriptionId ?? "") ?? ""] ?? chart.hostingIncome.code,
    subscriptionId: line.subscriptionId,
    priceId: line.priceId,
    periodStart: null,
    periodEnd: null,
  }));
}
