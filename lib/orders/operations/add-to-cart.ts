import "server-only";
import { findClient } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { endOfCart, hashCartToken, itemsOf, lockCart, lockOpenCart, newCartToken } from "@/lib/orders/carts";
import { CartFull, CartNotFound, NotOrderable } from "@/lib/orders/errors";
import { exampleCart, exampleSelection, exampleToken } from "@/lib/orders/examples";
import { reckon } from "@/lib/orders/reckon";
import { AddedToCart, AddToCartInput } from "@/lib/orders/schema";
import { findTenant } from "@/lib/tenants/queries";

const mostItems = 50;

export const addToCart = operation({
  name: "orders.cart.add",
  summary: "Put something into the cart",
  description:
    "Without a cart, or with one that is gone or was ordered, a new one begins: its token is the only way to it. Whatever cannot be ordered as chosen is refused.",
  audience: ["visitor"],
  input: AddToCartInput,
  output: AddedToCart,
  example: {
    input: { token: null, ...exampleSelection },
    output: {
      token: exampleToken,
      itemId: "01932f3a-7c00-7000-8000-0000000000e2",
      expiresAt: exampleCart.expiresAt,
    },
  },
  refusals: ["orders.not_orderable", "orders.cart_full"],
  async run(context, { token: given, currency, ...selection }) {
    const { execute, tenantId, now, audit } = context;
    const { token, cart: open } = (await usable(context, given)) ?? (await begin(context, currency));
    const items = await itemsOf(context, open.id);
    const cart = items.length === 0 ? await inCurrency(context, { token, cart: open }, currency) : open;
    if (items.length >= mostItems) throw new CartFull();

    const buyer = { country: null, region: null, kind: "PERSON", taxNumber: null } as const;
    const wanted = [{ id: newId(), selection }];
    const { language } = await findTenant(context);
    const [one] = (
      await reckon(context, { currency: cart.currency, wanted, couponCode: null, language, buyer })
    ).items;
    if (one?.item === undefined) throw new NotOrderable(one?.problems[0]?.code ?? "not_sold");

    const kept = one.item.selection;
    await execute(sql`
      insert into cart_items (id, tenant_id, cart_id, plan_id, cycle, quantity, choices, addon_ids, fields, host_name, position, created_at)
      values (${one.id}::uuid, ${tenantId}::uuid, ${cart.id}::uuid, ${kept.planId}::uuid, ${kept.cycle}, ${kept.quantity},
        ${JSON.stringify(kept.choices)}::jsonb, ${[...kept.addonIds]}::uuid[], ${JSON.stringify(kept.fields)}::jsonb, ${kept.hostName},
        ${items.length}, ${now})`);
    audit(
      null,
      { id: one.id, cartId: cart.id, planId: kept.planId, cycle: kept.cycle, quantity: kept.quantity },
      "cart_item",
    );
    return { token, itemId: one.id, expiresAt: cart.expiresAt };
  },
});

type Open = { token: string; cart: { id: string; currency: CurrencyCode; expiresAt: Date } };

async function usable(context: CommandContext, token: string | null): Promise<Open | undefined> {
  if (token === null) return undefined;
  const cart = await lockCart(context, token).catch((error: unknown) => {
    if (error instanceof CartNotFound) return undefined;
    throw error;
  });
  return cart === undefined || cart.orderId !== null ? undefined : { token, cart };
}

/** With nothing in it a cart is of no currency yet: what is put in decides. */
async function inCurrency(
  context: CommandContext,
  { token, cart }: Open,
  wanted: CurrencyCode | null,
): Promise<Open["cart"]> {
  const { execute, tenantId, actor } = context;
  if (wanted === null || wanted === cart.currency || actor.clientId !== undefined) return cart;
  await lockOpenCart(context, token);
  await execute(sql`
    update carts set currency = ${wanted} where tenant_id = ${tenantId}::uuid and id = ${cart.id}::uuid and order_id is null`);
  return { ...cart, currency: wanted };
}

async function begin(context: CommandContext, wanted: CurrencyCode | null): Promise<Open> {
  const { execute, tenantId, now, actor } = context;
  // Whoever is signed in buys in the currency in which they are billed.
  const own =
    actor.clientId === undefined
      ? undefined
      : await findClient(context, actor.clientId).catch(() => undefined);
  const currency = own?.currency ?? wanted ?? (await findTenant(context)).currency;
  const [token, id, expiresAt] = [newCartToken(), newId(), await endOfCart(context)];
  await execute(sql`
    insert into carts (id, tenant_id, token_hash, currency, expires_at, created_at, updated_at)
    values (${id}::uuid, ${tenantId}::uuid, ${hashCartToken(token)}, ${currency}, ${expiresAt}, ${now}, ${now})`);
  return { token, cart: { id, currency, expiresAt } };
}
