import "server-only";
import { isDisposableEmail } from "disposable-email-domains-js";
import { placeOf } from "@/lib/auth/place";
import type { ClientRow } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { minorPerMajor } from "@/lib/core/money/currencies";
import { moneyJson } from "@/lib/core/money/json";
import { money } from "@/lib/core/money/money";
import { takeNumbers } from "@/lib/core/number-series";
import type { CommandContext } from "@/lib/core/operation/operation";
import { readSettings } from "@/lib/core/settings/read";
import { CouponUnusable, NotOrderable, OtherCurrency } from "@/lib/orders/errors";
import { orderHeld, orderPlaced } from "@/lib/orders/events";
import { keepLines } from "@/lib/orders/lines";
import { type OrderRow, orderColumns } from "@/lib/orders/orders";
import type { Reckoning } from "@/lib/orders/reckon";
import { type ReviewReason, reviewReasons } from "@/lib/orders/rules/review";
import { reviewAmount, reviewCountry, reviewDisposableMail, reviewOrdersPerDay } from "@/lib/orders/settings";
import { takeCoupon, takeStock } from "@/lib/orders/take";
import { subscribe } from "@/lib/subscriptions/subscribe";
import { findTenant } from "@/lib/tenants/queries";
import { tell } from "@/lib/timeline/tell";

export type ToPlace = {
  readonly client: ClientRow;
  readonly reckoning: Reckoning;
  readonly source: "STOREFRONT" | "STAFF" | "API";
  /** Network address of who orders; null for staff. */
  readonly address: string | null;
  /** Hash of the terms that were agreed to. */
  readonly termsHash: string | null;
  readonly placedByName: string;
};

/**
 * Keeps what was reckoned as an order, within the operation of whoever orders: stock and coupon are taken, what was agreed is noted, and
 * the rules of review decide whether it may go on or waits for somebody to look. Everything together or nothing.
 * Throws NotOrderable, OtherCurrency, SoldOut, ClientLimitReached, CouponUnusable.
 */
export async function placeOrder(context: CommandContext, order: ToPlace): Promise<OrderRow> {
  const { client, reckoning } = order;
  assertOrderable(order);
  await takeStock(context, client.id, reckoning.items);
  const coupon = reckoning.coupon?.problem === null ? (reckoning.coupon.row ?? null) : null;
  if (coupon !== null) await takeCoupon(context, client.id, coupon);

  const ipCountry = order.source === "STAFF" ? null : await placeOf(order.address);
  const reasons = order.source === "STAFF" ? [] : await reviewOf(context, order, ipCountry);
  const row = await keepOrder(context, order, { coupon, ipCountry, reasons });

  const subscriptions = await subscribe(context, {
    clientId: client.id,
    orderId: row.id,
    agreed: reckoning.items.flatMap(({ item, choicesByKey }) =>
      item === undefined ? [] : [{ item, details: { choices: choicesByKey, fields: item.selection.fields } }],
    ),
  });
  await keepLines(context, row, reckoning, subscriptions);
  await announce(context, row);
  return row;
}

function assertOrderable({ client, reckoning }: ToPlace): void {
  const [problem] = reckoning.items.flatMap(({ problems }) => problems);
  if (problem !== undefined || reckoning.items.length === 0) throw new NotOrderable(problem?.code ?? "empty");
  if (reckoning.coupon !== null && reckoning.coupon.problem !== null) throw new CouponUnusable();
  if (reckoning.currency !== client.currency) throw new OtherCurrency();
}

async function reviewOf(
  context: CommandContext,
  { client, reckoning, address }: ToPlace,
  addressCountry: string | null,
): Promise<ReviewReason[]> {
  const { query, tenantId, now } = context;
  const tenant = await findTenant(context);
  const policy = await readSettings(context, {
    amount: reviewAmount,
    countryMismatch: reviewCountry,
    ordersPerDay: reviewOrdersPerDay,
    disposableMail: reviewDisposableMail,
  });
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const [recent] = await query<{ orders: bigint }>(sql`
    select count(*) as orders from orders o join clients c on c.tenant_id = o.tenant_id and c.id = o.client_id
    where o.tenant_id = ${tenantId}::uuid and o.created_at > ${dayAgo} and o.source <> 'STAFF'
      and (o.client_id = ${client.id}::uuid or c.email = ${client.email} or o.ip_address = ${address})`);
  return reviewReasons(
    {
      amount: policy.amount === 0 ? null : inMinor(policy.amount, tenant.currency),
      countryMismatch: policy.countryMismatch,
      ordersPerDay: policy.ordersPerDay === 0 ? null : policy.ordersPerDay,
      disposableMail: policy.disposableMail,
    },
    {
      total: reckoning.sums.total,
      country: client.country,
      addressCountry,
      ordersWithinDay: Number(recent?.orders ?? 0n) + 1,
      hasDisposableMail: isDisposableEmail(client.email),
    },
  );
}

function inMinor(whole: number, currency: CurrencyCode) {
  return money(BigInt(whole) * minorPerMajor(currency), currency);
}

async function keepOrder(
  context: CommandContext,
  { client, reckoning, source, address, termsHash, placedByName }: ToPlace,
  {
    coupon,
    ipCountry,
    reasons,
  }: { coupon: { id: string; code: string } | null; ipCountry: string | null; reasons: ReviewReason[] },
): Promise<OrderRow> {
  const { query, tenantId, now, actor, audit } = context;
  const { net, tax, total } = reckoning.sums;
  const number = await takeNumbers(context, { kind: "order" });
  const status = reasons.length > 0 ? "HELD" : "PENDING";
  const placedById = actor.kind === "user" ? (actor.id ?? null) : null;
  const [row] = await query<OrderRow>(sql`
    insert into orders (id, tenant_id, number, client_id, status, source, currency, net_minor, tax_minor, total_minor, coupon_id, coupon_code,
      placed_by_id, placed_by_name, ip_address, ip_country, terms_hash, terms_accepted_at, review_reasons, created_at, updated_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${number}, ${client.id}::uuid, ${status}::order_status, ${source}::order_source,
      ${reckoning.currency}, ${net.minor}, ${tax.minor}, ${total.minor}, ${coupon?.id ?? null}::uuid, ${coupon?.code ?? null},
      ${placedById}::uuid, ${placedByName}, ${address}, ${ipCountry}, ${termsHash}, ${termsHash === null ? null : now}::timestamptz,
      ${JSON.stringify(reasons)}::jsonb, ${now}, ${now})
    returning ${orderColumns}`);
  audit(null, row as OrderRow, "order");
  return row as OrderRow;
}

async function announce(context: CommandContext, order: OrderRow): Promise<void> {
  const subject = { orderId: order.id, clientId: order.clientId };
  const data = {
    number: Number(order.number),
    total: moneyJson(money(order.totalMinor, order.currency)),
  };
  await tell(context, {
    what: "order_placed",
    clientId: order.clientId,
    about: [order.id],
    data,
    isPublic: true,
  });
  if (order.status === "HELD") {
    await tell(context, {
      what: "order_held",
      clientId: order.clientId,
      about: [order.id],
      data,
      isPublic: false,
    });
    context.emit(orderHeld(subject));
  } else {
    context.emit(orderPlaced(subject));
  }
}
