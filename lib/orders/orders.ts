import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import type { Actor } from "@/lib/core/operation/actor";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { OrderNotChangeable, OrderNotFound } from "@/lib/orders/errors";
import type { ReviewReason } from "@/lib/orders/rules/review";
import { canOrder, type OrderAction, type OrderStatus } from "@/lib/orders/rules/status";

export type OrderRow = {
  id: string;
  number: bigint;
  clientId: string;
  status: OrderStatus;
  source: "STOREFRONT" | "STAFF" | "API";
  currency: CurrencyCode;
  netMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
  couponId: string | null;
  couponCode: string | null;
  invoiceId: string | null;
  placedByName: string;
  ipAddress: string | null;
  ipCountry: string | null;
  termsAcceptedAt: Date | null;
  reviewReasons: ReviewReason[];
  reviewedByName: string | null;
  reviewedAt: Date | null;
  reason: string | null;
  acceptedAt: Date | null;
  endedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const orderColumns = sql`id, number, client_id as "clientId", status, source, currency, net_minor as "netMinor",
  tax_minor as "taxMinor", total_minor as "totalMinor", coupon_id as "couponId", coupon_code as "couponCode", invoice_id as "invoiceId",
  placed_by_name as "placedByName", ip_address as "ipAddress", ip_country as "ipCountry", terms_accepted_at as "termsAcceptedAt",
  review_reasons as "reviewReasons", reviewed_by_name as "reviewedByName", reviewed_at as "reviewedAt", reason,
  accepted_at as "acceptedAt", ended_at as "endedAt", version, created_at as "createdAt", updated_at as "updatedAt"`;

type Reading = Pick<QueryContext, "query" | "tenantId">;

/** Throws OrderNotFound. */
export async function findOrder({ query, tenantId }: Reading, orderId: string): Promise<OrderRow> {
  const [row] = await query<OrderRow>(sql`
    select ${orderColumns} from orders where tenant_id = ${tenantId}::uuid and id = ${orderId}::uuid`);
  if (row === undefined) throw new OrderNotFound();
  return row;
}

/** Locks an order. Throws OrderNotFound, and StaleVersion for who has seen another version. */
export async function lockOrder(
  { query, tenantId }: Reading,
  { orderId, version }: { orderId: string; version?: number },
): Promise<OrderRow> {
  const [row] = await query<OrderRow>(sql`
    select ${orderColumns} from orders where tenant_id = ${tenantId}::uuid and id = ${orderId}::uuid for update`);
  if (row === undefined) throw new OrderNotFound();
  if (version !== undefined && row.version !== version) throw new StaleVersion();
  return row;
}

/** Throws OrderNotChangeable where the order's state does not allow it. */
export function assertOrder(action: OrderAction, { status }: OrderRow): void {
  if (!canOrder(action, status)) throw new OrderNotChangeable(action, status);
}

/** Changes a locked order and keeps what it was. */
export async function changeOrder(
  { query, tenantId, now, audit }: CommandContext,
  before: OrderRow,
  changes: ReturnType<typeof sql>,
): Promise<OrderRow> {
  const [row] = await query<OrderRow>(sql`
    update orders set ${changes}, version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid and version = ${before.version} returning ${orderColumns}`);
  audit(before, row as OrderRow, "order");
  return row as OrderRow;
}

/** An order as staff see it, or as the client's people do: without how it was looked into. */
export function toOrderView({ audience }: Actor, row: OrderRow) {
  const { currency, netMinor, taxMinor, totalMinor, ...rest } = row;
  const sums = {
    net: money(netMinor, currency),
    tax: money(taxMinor, currency),
    total: money(totalMinor, currency),
  };
  if (audience !== "client") return { ...rest, ...sums };
  const unseen = {
    ipAddress: null,
    ipCountry: null,
    reviewReasons: [],
    reviewedByName: null,
    reviewedAt: null,
  };
  return { ...rest, ...sums, ...unseen };
}

export type OrderLineRow = {
  id: string;
  item: number;
  kind: "PLAN" | "OPTION" | "ADDON" | "DISCOUNT";
  planId: string | null;
  priceId: string | null;
  subscriptionId: string | null;
  description: string;
  cycle: string;
  quantity: number;
  unitMinor: bigint;
  setupMinor: bigint;
  discountMinor: bigint;
  amountMinor: bigint;
  taxClass: string;
  overrideReason: string | null;
};

export function linesOfOrder({ query, tenantId }: Reading, orderId: string): Promise<OrderLineRow[]> {
  return query<OrderLineRow>(sql`
    select id, item, kind, plan_id as "planId", price_id as "priceId", subscription_id as "subscriptionId", description, cycle, quantity,
      unit_minor as "unitMinor", setup_minor as "setupMinor", discount_minor as "discountMinor", amount_minor as "amountMinor",
      tax_class as "taxClass", override_reason as "overrideReason"
    from order_lines where tenant_id = ${tenantId}::uuid and order_id = ${orderId}::uuid order by position`);
}
