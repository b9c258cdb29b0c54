import "server-only";
import { deliveryOf } from "@/lib/catalog/delivery";
import { cycleOf } from "@/lib/catalog/rules/cycle";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { periodAt } from "@/lib/core/time/anchor";
import { dateInZone } from "@/lib/core/time/calendar-date";
import { subscriptionActivated, subscriptionEnded } from "@/lib/subscriptions/events";
import { type SubscriptionRow, subscriptionColumns } from "@/lib/subscriptions/queries";
import { canSubscription } from "@/lib/subscriptions/rules/status";
import { findTenant } from "@/lib/tenants/queries";
import { tell } from "@/lib/timeline/tell";

/** Begins what an accepted order agreed: anchor today in the company's zone (R1, R3). What has begun stays. Returns all of the order. */
export async function beginSubscriptions(
  context: CommandContext,
  orderId: string,
): Promise<SubscriptionRow[]> {
  const { timeZone } = await findTenant(context);
  const today = dateInZone(context.now, timeZone);
  const all = await lockOf(context, orderId);
  for (const row of all.filter(({ status }) => canSubscription("activate", status))) {
    const cycle = cycleOf(row.cycle);
    const paidUntil = cycle === null ? null : periodAt(today, cycle, 0).end;
    const began = await change(
      context,
      row,
      sql`status = 'ACTIVE', anchor = ${today}::date, paid_until = ${paidUntil}::date, started_at = ${context.now}`,
    );
    await announce(context, began);
  }
  return all;
}

/** Ends what an order agreed and what never began. */
export async function dropSubscriptions(
  context: CommandContext,
  orderId: string,
  reason: string,
): Promise<void> {
  for (const row of await lockOf(context, orderId)) {
    if (!canSubscription("cancel", row.status)) continue;
    await change(context, row, sql`status = 'CANCELLED', ended_at = ${context.now}, end_reason = ${reason}`);
    context.emit(subscriptionEnded({ subscriptionId: row.id, clientId: row.clientId, reason }));
  }
}

async function announce(context: CommandContext, row: SubscriptionRow): Promise<void> {
  const delivery = await deliveryOf(context, row.planId);
  context.emit(
    subscriptionActivated({
      subscriptionId: row.id,
      clientId: row.clientId,
      productId: row.productId,
      planId: row.planId,
      label: row.label,
      module: delivery?.module ?? null,
      hostName: row.hostName,
      settings: { ...delivery?.settings, ...row.details.choices },
      details: row.details.fields,
    }),
  );
  await tell(context, {
    what: "subscription_started",
    clientId: row.clientId,
    about: [row.id, row.orderId],
    data: { number: Number(row.number), label: row.label },
    isPublic: true,
  });
}

function lockOf({ query, tenantId }: CommandContext, orderId: string): Promise<SubscriptionRow[]> {
  return query<SubscriptionRow>(sql`
    select ${subscriptionColumns} from subscriptions where tenant_id = ${tenantId}::uuid and order_id = ${orderId}::uuid
    order by number for update`);
}

async function change(
  { query, tenantId, now, audit }: CommandContext,
  before: SubscriptionRow,
  changes: ReturnType<typeof sql>,
): Promise<SubscriptionRow> {
  const [row] = await query<SubscriptionRow>(sql`
    update subscriptions set ${changes}, version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid and version = ${before.version}
    returning ${subscriptionColumns}`);
  audit(before, row as SubscriptionRow, "subscription");
  return row as SubscriptionRow;
}
