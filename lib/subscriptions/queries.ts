import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import type { QueryContext } from "@/lib/core/operation/operation";
import type { CalendarDate } from "@/lib/core/time/calendar-date";
import { SubscriptionNotFound } from "@/lib/subscriptions/errors";
import type { SubscriptionStatus } from "@/lib/subscriptions/rules/status";

export type SubscriptionRow = {
  id: string;
  number: bigint;
  clientId: string;
  orderId: string;
  productId: string;
  planId: string;
  status: SubscriptionStatus;
  label: string;
  currency: CurrencyCode;
  cycle: string;
  quantity: number;
  recurringMinor: bigint;
  anchor: CalendarDate | null;
  paidUntil: CalendarDate | null;
  hostName: string | null;
  details: SubscriptionDetails;
  startedAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

/** Choices by the options' keys, answers by the questions'. */
export type SubscriptionDetails = {
  choices: Record<string, string | number | boolean>;
  fields: Record<string, unknown>;
};

export const subscriptionColumns = sql`id, number, client_id as "clientId", order_id as "orderId", product_id as "productId",
  plan_id as "planId", status, label, currency, cycle, quantity, recurring_minor as "recurringMinor", anchor, paid_until as "paidUntil",
  host_name as "hostName", details, started_at as "startedAt", ended_at as "endedAt", end_reason as "endReason", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

export async function findSubscription(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  subscriptionId: string,
): Promise<SubscriptionRow> {
  const [row] = await query<SubscriptionRow>(sql`
    select ${subscriptionColumns} from subscriptions where tenant_id = ${tenantId}::uuid and id = ${subscriptionId}::uuid`);
  if (row === undefined) throw new SubscriptionNotFound();
  return row;
}

export function toSubscriptionView({ currency, recurringMinor, ...row }: SubscriptionRow) {
  return { ...row, recurring: money(recurringMinor, currency) };
}
