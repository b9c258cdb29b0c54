import type pg from "pg";
import type { z } from "zod";
import { newId } from "@/lib/core/ids";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { inOperation } from "@/lib/ledger/testing";
import { addToCart } from "@/lib/orders/operations/add-to-cart";
import { billOrder } from "@/lib/orders/operations/bill-order";
import { getCart } from "@/lib/orders/operations/get-cart";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

export type Shop = TestTenant & { actor: Actor; visitor: Actor };

/** A company with books, and nothing to sell yet. */
export async function aShop(owner: pg.Pool): Promise<Shop> {
  const tenant = await aTenant(owner);
  const actor = staff(tenant.id);
  await inOperation(actor, openChartOfAccounts);
  return { ...tenant, actor, visitor: visitor(tenant.id) };
}

type Sold = {
  /** By cycle, in cents of euros: the price, and the set-up fee where there is one. */
  prices?: Readonly<Record<string, number | readonly [price: number, setup: number]>>;
  currency?: string;
  stock?: number;
  perClientLimit?: number;
  maxQuantity?: number;
  module?: string;
  status?: "ACTIVE" | "HIDDEN" | "RETIRED";
};

/** A plan on sale, put there behind the curtain; returns its id. */
export async function aPlan(owner: pg.Pool, tenantId: string, sold: Sold = {}): Promise<string> {
  const {
    prices = { "1m": 1_000 },
    currency = "EUR",
    stock = null,
    perClientLimit = null,
    maxQuantity = 10,
  } = sold;
  const [groupId, productId, planId] = [newId(), newId(), newId()];
  const text = (words: string) => JSON.stringify({ en: words });
  await owner.query(
    "insert into product_groups (id, tenant_id, slug, name, position, created_at, updated_at) values ($1, $2, $4, $3, 0, now(), now())",
    [groupId, tenantId, text("Hosting"), groupId],
  );
  await owner.query(
    `insert into products (id, tenant_id, group_id, slug, kind, status, name, module, position, created_at, updated_at)
     values ($1, $2, $3, $6, 'HOSTING', 'ACTIVE', $4, $5, 0, now(), now())`,
    [productId, tenantId, groupId, text("Web hosting"), sold.module ?? null, productId],
  );
  await owner.query(
    `insert into plans (id, tenant_id, product_id, slug, status, name, stock, per_client_limit, max_quantity, position, created_at, updated_at)
     values ($1, $2, $3, $9, $4, $5, $6, $7, $8, 0, now(), now())`,
    [
      planId,
      tenantId,
      productId,
      sold.status ?? "ACTIVE",
      text("Business"),
      stock,
      perClientLimit,
      maxQuantity,
      planId,
    ],
  );
  for (const [cycle, price] of Object.entries(prices)) {
    const [amount, setup] = typeof price === "number" ? [price, 0] : price;
    await owner.query(
      `insert into prices (id, tenant_id, plan_id, currency, cycle, amount_minor, setup_minor, valid_from, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() - interval '1 day', now())`,
      [newId(), tenantId, planId, currency, cycle, amount, setup],
    );
  }
  return planId;
}

/** Ten percent off by the code, or as given; returns the code. */
export async function aCoupon(
  owner: pg.Pool,
  tenantId: string,
  { code = "SPRING-26", percent = "10", maxUses = null as number | null, oncePerClient = false } = {},
): Promise<string> {
  await owner.query(
    `insert into coupons (id, tenant_id, code, kind, percent, max_uses, once_per_client, created_at, updated_at)
     values ($1, $2, $3, 'PERCENT', $4, $5, $6, now(), now())`,
    [newId(), tenantId, code, percent, maxUses, oncePerClient],
  );
  return code;
}

type Selected = Omit<z.input<typeof addToCart.input>, "token">;

/** A visitor's cart with this in it; returns its token. */
export async function aCart(shop: Shop, ...selections: Selected[]): Promise<string> {
  let token: string | null = null;
  for (const selection of selections) {
    const added: { token: string } = await run(addToCart, { token, ...selection }, { actor: shop.visitor });
    token = added.token;
  }
  if (token === null) throw new Error("A cart holds something.");
  return token;
}

export const ada = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  country: "DE",
  line1: "Lindenstraße 1",
  city: "Berlin",
  postalCode: "10969",
} as const;

/** Orders what is in the cart at the price that it shows, as a visitor; the email is one of its own unless given. */
export async function orders(
  shop: Shop,
  token: string,
  given: Partial<z.input<typeof placeOrder.input>> & { actor?: Actor } = {},
) {
  const { actor = shop.visitor, ...input } = given;
  const buyer = { ...ada, email: `${newId()}@example.com` };
  const cart = await run(
    getCart,
    { token, language: "en", country: input.country ?? buyer.country },
    { actor },
  );
  return run(
    placeOrder,
    {
      token,
      language: "en",
      expectedTotalMinor: Number(cart.sums.total.minor),
      expectedCurrency: cart.currency,
      ...buyer,
      ...input,
    },
    { actor },
  );
}

/** An order with its invoice, waiting to be paid. */
export async function aBilledOrder(shop: Shop, planId: string, cycle = "1m") {
  const token = await aCart(shop, { planId, cycle });
  const { orderId } = await orders(shop, token);
  const order = await runAsSystem(shop.id, billOrder, { orderId });
  if (order.invoiceId === null) throw new Error("The order was not billed.");
  return { ...order, token, invoiceId: order.invoiceId };
}
