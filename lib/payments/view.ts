import "server-only";
import type { z } from "zod";
import { clientNames } from "@/lib/billing/view";
import { sql } from "@/lib/core/db/sql";
import { money } from "@/lib/core/money/money";
import type { QueryContext } from "@/lib/core/operation/operation";
import { webhookPathOf } from "@/lib/payments/connection-settings";
import { allGateways } from "@/lib/payments/gateways";
import type { ConnectionRow, PaymentRow } from "@/lib/payments/queries";
import type { ConnectionView, PaymentView } from "@/lib/payments/schema";

type View = z.output<typeof PaymentView>;

/** Payments with the names of their clients and the numbers of their invoices; what a gateway said is the staff's. */
export async function toPaymentViews(context: QueryContext, rows: readonly PaymentRow[]): Promise<View[]> {
  if (rows.length === 0) return [];
  const names = await clientNames(
    context,
    rows.map(({ clientId }) => clientId),
  );
  const numbers = await invoiceNumbers(
    context,
    rows.map(({ invoiceId }) => invoiceId),
  );
  const isClient = context.actor.audience === "client";
  return rows.map(({ amountMinor, creditedMinor, currency, calledAt: _, ...row }) => ({
    ...row,
    clientName: names.get(row.clientId) ?? "",
    invoiceNumber: numbers.get(row.invoiceId) ?? null,
    amount: money(amountMinor, currency),
    credited: money(creditedMinor, currency),
    failureDetail: isClient ? null : row.failureDetail,
  }));
}

export async function toPaymentView(context: QueryContext, row: PaymentRow): Promise<View> {
  return (await toPaymentViews(context, [row]))[0] as View;
}

async function invoiceNumbers({ query, tenantId }: QueryContext, ids: readonly string[]) {
  const rows = await query<{ id: string; number: string | null }>(sql`
    select id, number from invoices where tenant_id = ${tenantId}::uuid and id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** A connection without its secrets: only which of them are set. */
export function toConnectionView({
  secretId,
  position: _,
  ...row
}: ConnectionRow): z.output<typeof ConnectionView> {
  const gateway = allGateways().find(({ id }) => id === row.gateway);
  return {
    ...row,
    isTest: gateway?.isTest ?? false,
    secrets: secretId === null ? [] : [...(gateway?.secretFields ?? [])],
    webhookPath: webhookPathOf(row.id),
  };
}
