import "server-only";
import type { CouponRow } from "@/lib/catalog/coupons";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { ClientLimitReached, CouponUnusable, SoldOut } from "@/lib/orders/errors";
import type { ReckonedItem } from "@/lib/orders/reckon";

/**
 * Takes what is ordered out of the stock, plan by plan in the order of their ids so that two orders never wait for each other in a circle.
 * The database takes it or refuses in one statement, however many ask at once. Throws SoldOut, ClientLimitReached.
 */
export async function takeStock(
  context: CommandContext,
  clientId: string,
  items: readonly ReckonedItem[],
): Promise<void> {
  for (const { planId, quantity, perClientLimit } of perPlan(items)) {
    if (perClientLimit !== null && (await heldBy(context, clientId, planId)) + quantity > perClientLimit) {
      throw new ClientLimitReached();
    }
    const [taken] = await context.query<{ taken: boolean | null }>(
      sql`select take_stock(${planId}::uuid, ${quantity}::int) as taken`,
    );
    if (!taken?.taken) throw new SoldOut();
  }
}

/** Puts back what an order took that came to nothing. For staff and the system. */
export async function returnStock(context: CommandContext, orderId: string): Promise<void> {
  await context.query(sql`
    select return_stock(plan_id, sum(quantity)::int) from order_lines
    where tenant_id = ${context.tenantId}::uuid and order_id = ${orderId}::uuid and kind = 'PLAN' group by plan_id order by plan_id`);
}

function perPlan(items: readonly ReckonedItem[]) {
  const wanted = new Map<string, { planId: string; quantity: number; perClientLimit: number | null }>();
  for (const { item, offer } of items) {
    if (item === undefined) continue;
    const before = wanted.get(item.planId)?.quantity ?? 0;
    const perClientLimit = offer?.plan.perClientLimit ?? null;
    wanted.set(item.planId, { planId: item.planId, quantity: before + item.quantity, perClientLimit });
  }
  return [...wanted.values()].sort((left, right) => (left.planId < right.planId ? -1 : 1));
}

async function heldBy(
  { query, tenantId }: CommandContext,
  clientId: string,
  planId: string,
): Promise<number> {
  // The client's row is held, so that of two orders at once the second counts the first.
  await query(
    sql`select 1 from clients where tenant_id = ${tenantId}::uuid and id = ${clientId}::uuid for update`,
  );
  const [row] = await query<{ held: number }>(sql`
    select coalesce(sum(quantity), 0)::int as held from subscriptions
    where tenant_id = ${tenantId}::uuid and client_id = ${clientId}::uuid and plan_id = ${planId}::uuid
      and status not in ('CANCELLED', 'TERMINATED')`);
  return row?.held ?? 0;
}

/** Counts a use of a coupon, within its limit however many use it at once. Throws CouponUnusable. */
export async function takeCoupon(
  context: CommandContext,
  clientId: string,
  coupon: CouponRow,
): Promise<void> {
  const { query, tenantId } = context;
  const [use] = await query<{ used: boolean | null }>(sql`select use_coupon(${coupon.id}::uuid) as used`);
  if (!use?.used) throw new CouponUnusable();
  if (!coupon.oncePerClient) return;

  // After the use, whose lock on the coupon's row lets one order after the other look.
  const [earlier] = await query(sql`
    select 1 from orders where tenant_id = ${tenantId}::uuid and client_id = ${clientId}::uuid and coupon_id = ${coupon.id}::uuid
      and status not in ('CANCELLED', 'FRAUD') limit 1`);
  if (earlier !== undefined) throw new CouponUnusable();
}
