import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Selection } from "@/lib/catalog/rules/offer";
import { sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";
import { CartClosed, CartNotFound } from "@/lib/orders/errors";
import { cartDays } from "@/lib/orders/settings";

export type CartRow = {
  id: string;
  currency: CurrencyCode;
  couponCode: string | null;
  orderId: string | null;
  expiresAt: Date;
};

export type CartItemRow = Selection & { id: string };

const cartColumns = sql`id, currency, coupon_code as "couponCode", order_id as "orderId", expires_at as "expiresAt"`;

export function newCartToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token. */
export function hashCartToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

type Reading = Pick<QueryContext, "query" | "tenantId" | "now">;

/** The cart of a token, also when it has become an order. Throws CartNotFound, after its time too. */
export async function findCart({ query, tenantId, now }: Reading, token: string): Promise<CartRow> {
  const [row] = await query<CartRow>(sql`
    select ${cartColumns} from carts
    where tenant_id = ${tenantId}::uuid and token_hash = ${hashCartToken(token)} and expires_at > ${now}`);
  if (row === undefined) throw new CartNotFound();
  return row;
}

/** Locks a cart for a change, and keeps it for another while. Throws CartNotFound, CartClosed. */
export async function lockOpenCart(context: CommandContext, token: string): Promise<CartRow> {
  const row = await lockCart(context, token);
  if (row.orderId !== null) throw new CartClosed();
  return row;
}

/** Locks a cart, whatever became of it. Throws CartNotFound. */
export async function lockCart(context: CommandContext, token: string): Promise<CartRow> {
  const { query, tenantId, now } = context;
  const [row] = await query<CartRow>(sql`
    update carts set expires_at = ${await endOfCart(context)}, updated_at = ${now}, version = version + 1
    where tenant_id = ${tenantId}::uuid and token_hash = ${hashCartToken(token)} and expires_at > ${now}
    returning ${cartColumns}`);
  if (row === undefined) throw new CartNotFound();
  return row;
}

export async function endOfCart(context: Reading): Promise<Date> {
  return new Date(context.now.getTime() + (await readSetting(context, cartDays)) * 86_400_000);
}

export function itemsOf({ query, tenantId }: Reading, cartId: string): Promise<CartItemRow[]> {
  return query<CartItemRow>(sql`
    select id, plan_id as "planId", cycle, quantity, choices, addon_ids as "addonIds", fields, host_name as "hostName"
    from cart_items where tenant_id = ${tenantId}::uuid and cart_id = ${cartId}::uuid order by position, id`);
}
