import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { addToCart } from "@/lib/orders/operations/add-to-cart";
import { applyCoupon } from "@/lib/orders/operations/apply-coupon";
import { changeCartItem } from "@/lib/orders/operations/change-cart-item";
import { getCart } from "@/lib/orders/operations/get-cart";
import { removeFromCart } from "@/lib/orders/operations/remove-from-cart";
import { aCart, aCoupon, aPlan, aShop, orders } from "@/lib/orders/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

const { owner } = await testDatabase();

describe("a cart", () => {
  test("is found by its token only, keeps no price, and is priced anew each time it is read", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id, { prices: { "1m": [1_000, 500], "1y": 9_600 } });
    const token = await aCart(shop, { planId, cycle: "1m" });
    const read = () => run(getCart, { token, language: "en", country: "DE" }, { actor: shop.visitor });

    expect(await read()).toMatchObject({
      canOrder: true,
      items: [{ label: "Web hosting – Business", due: { minor: 1_500n }, recurring: { minor: 1_000n } }],
      sums: { total: { minor: 1_500n, currency: "EUR" } },
    });
    await owner.query("update prices set valid_until = now() where tenant_id = $1 and cycle = '1m'", [
      shop.id,
    ]);
    await owner.query(
      `insert into prices (id, tenant_id, plan_id, currency, cycle, amount_minor, valid_from, created_at)
       values ($1, $2, $3, 'EUR', '1m', 1200, now(), now())`,
      [newId(), shop.id, planId],
    );
    expect((await read()).sums.total.minor).toBe(1_200n);

    const { rows } = await owner.query("select token_hash from carts where tenant_id = $1", [shop.id]);
    expect(rows[0].token_hash.toString("utf8")).not.toContain(token);
    const strangers = [
      { token: `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, actor: shop.visitor },
      { token, actor: visitor((await aTenant(owner)).id) },
    ];
    for (const { actor, ...given } of strangers) {
      await expect(run(getCart, { ...given, language: "en" }, { actor })).rejects.toMatchObject({
        code: "orders.cart_not_found",
      });
    }
  });

  test("that was emptied takes the currency of what is put in next", async () => {
    const shop = await aShop(owner);
    const inEuro = await aPlan(owner, shop.id);
    const inDollars = await aPlan(owner, shop.id, { currency: "USD" });
    const token = await aCart(shop, { planId: inEuro, cycle: "1m" });
    const call = { actor: shop.visitor };
    const dollars = { token, planId: inDollars, cycle: "1m", currency: "USD" as const };
    await expect(run(addToCart, dollars, call)).rejects.toMatchObject({ code: "orders.not_orderable" });

    const [item] = (await run(getCart, { token, language: "en" }, call)).items;
    await run(removeFromCart, { token, itemId: item?.id ?? "" }, call);
    expect(await run(addToCart, dollars, call)).toMatchObject({ token });
    expect(await run(getCart, { token, language: "en" }, call)).toMatchObject({
      currency: "USD",
      canOrder: true,
    });
  });

  test("whose time is over is gone, and the next thing begins a new one", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id);
    const token = await aCart(shop, { planId, cycle: "1m" });
    const later = new Date(Date.now() + 31 * 86_400_000);
    const call = { actor: shop.visitor, now: later };

    await expect(run(getCart, { token, language: "en" }, call)).rejects.toMatchObject({
      code: "orders.cart_not_found",
    });
    const added = await run(addToCart, { token, planId, cycle: "1m" }, call);
    expect(added.token).not.toBe(token);
  });

  test("refuses what is not offered as chosen, and says what has become impossible since", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id, { stock: 3 });
    const retired = await aPlan(owner, shop.id, { status: "RETIRED" });
    for (const selection of [
      { planId: retired, cycle: "1m" },
      { planId: newId(), cycle: "1m" },
      { planId, cycle: "3m" },
      { planId, cycle: "1m", quantity: 4 },
      { planId, cycle: "1m", addonIds: [newId()] },
      { planId, cycle: "1m", choices: { [newId()]: true } },
    ]) {
      await expect(
        run(addToCart, { token: null, ...selection }, { actor: shop.visitor }),
      ).rejects.toMatchObject({
        code: "orders.not_orderable",
      });
    }

    const token = await aCart(shop, { planId, cycle: "1m" });
    await owner.query("update plans set stock = 0 where id = $1", [planId]);
    const cart = await run(getCart, { token, language: "en" }, { actor: shop.visitor });
    expect(cart).toMatchObject({
      canOrder: false,
      items: [{ problems: [{ path: "quantity", code: "sold_out" }] }],
    });
    await expect(orders(shop, token)).rejects.toMatchObject({ code: "orders.not_orderable" });
  });

  test("is changed and emptied, in two tabs too", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id, { prices: { "1m": 1_000, "1y": 9_600 } });
    const token = await aCart(shop, { planId, cycle: "1m" }, { planId, cycle: "1m" });
    const read = () => run(getCart, { token, language: "en" }, { actor: shop.visitor });
    const [first, second] = (await read()).items;
    if (!first || !second) throw new Error("Two things were chosen.");

    const change = { token, itemId: first.id, cycle: "1y", quantity: 2 };
    await run(changeCartItem, change, { actor: shop.visitor });
    await run(removeFromCart, { token, itemId: second.id }, { actor: shop.visitor });
    // The other tab does the same again.
    await run(removeFromCart, { token, itemId: second.id }, { actor: shop.visitor });
    expect((await read()).items).toMatchObject([{ cycle: "1y", quantity: 2, due: { minor: 19_200n } }]);
  });

  test("takes a coupon off, and tells no difference between one that ended and one that never was", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id);
    const token = await aCart(shop, { planId, cycle: "1m" });
    const code = await aCoupon(owner, shop.id);
    await aCoupon(owner, shop.id, { code: "OVER", maxUses: 1 });
    await owner.query("update coupons set is_active = false where tenant_id = $1 and code = 'OVER'", [
      shop.id,
    ]);

    await run(applyCoupon, { token, code: ` ${code.toLowerCase()} ` }, { actor: shop.visitor });
    const cart = await run(getCart, { token, language: "en" }, { actor: shop.visitor });
    expect(cart.coupon).toEqual({ code, problem: null });
    expect(cart.sums).toMatchObject({ discount: { minor: 100n }, total: { minor: 900n } });

    const refusals = [];
    for (const guess of ["OVER", "NEVER-WAS"]) {
      refusals.push(
        await run(applyCoupon, { token, code: guess }, { actor: shop.visitor }).catch((error) => error),
      );
    }
    expect(refusals.map(({ code: reason, message }) => [reason, message])).toEqual(
      Array(2).fill(["orders.coupon_unusable", "The coupon does not count for this order."]),
    );
  });
});
