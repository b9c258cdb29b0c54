import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { run } from "@/lib/core/operation/run";
import { addToCart } from "@/lib/orders/operations/add-to-cart";
import { applyCoupon } from "@/lib/orders/operations/apply-coupon";
import { changeCartItem } from "@/lib/orders/operations/change-cart-item";
import { getCart } from "@/lib/orders/operations/get-cart";
import { aCart, aCoupon, aPlan, aShop, orders } from "@/lib/orders/testing";
import { testDatabase } from "@/tests/support/database";

const { owner } = await testDatabase();
const shop = await aShop(owner);
const planId = await aPlan(owner, shop.id, { prices: { "1m": [1_000, 500], "1y": 9_600 } });
const otherPlanId = await aPlan(owner, shop.id, { prices: { "1m": 100 } });
const honest = { token: null, planId, cycle: "1m" };
const code = await aCoupon(owner, shop.id);

const call = { actor: shop.visitor };
const count = async (table: "carts" | "orders") =>
  Number((await owner.query(`select count(*) as n from ${table} where tenant_id = $1`, [shop.id])).rows[0].n);

/** Each with what it is refused for: the shape of the input, or that it is not offered. */
const invalid: [string, Record<string, unknown>][] = [
  ...["price", "unit", "unitMinor", "amount", "total", "setup", "discount", "tenantId", "clientId"].map(
    (key): [string, Record<string, unknown>] => [`a field ${key}`, { [key]: 1 }],
  ),
  ["a field __proto__", JSON.parse('{"__proto__": {"price": 1}, "price": 1}')],
  ...[0, -1, 1e9, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "2", null].map(
    (quantity): [string, Record<string, unknown>] => [`quantity ${quantity}`, { quantity }],
  ),
  ...["", "0m", "-1m", "1 m", "1m;1y", "99999y", 1, null].map((cycle): [string, Record<string, unknown>] => [
    `cycle ${JSON.stringify(cycle)}`,
    { cycle },
  ]),
  ...["XXX", "eur", "EURO", 978].map((currency): [string, Record<string, unknown>] => [
    `currency ${currency}`,
    { currency },
  ]),
];

describe("S-09: what a browser says of a price, directly or not", () => {
  test.each(invalid)("%s is refused, and no cart begins", async (_, more) => {
    const before = await count("carts");
    await expect(run(addToCart, { ...honest, ...more } as never, call)).rejects.toMatchObject({
      kind: "invalid",
    });
    expect(await count("carts")).toBe(before);
  });

  test.each([
    ["a cycle that it is not sold in", { cycle: "6m" }],
    ["a currency that it is not sold in", { currency: "USD" }],
    ["more than one may have", { quantity: 11 }],
    ["an add-on of another product", { addonIds: [newId()] }],
    ["an option of another product", { choices: { [newId()]: 5 } }],
  ])("%s is not offered", async (_, more) => {
    const before = await count("carts");
    await expect(run(addToCart, { ...honest, ...more } as never, call)).rejects.toMatchObject({
      code: "orders.not_orderable",
    });
    expect(await count("carts")).toBe(before);
  });

  test("what is changed in a cart is priced by the catalogue, or cannot be ordered", async () => {
    const token = await aCart(shop, { planId, cycle: "1m" }, { planId: otherPlanId, cycle: "1m" });
    const cart = () => run(getCart, { token, language: "en", country: "DE" }, call);
    const [first] = (await cart()).items;
    const change = (more: object) =>
      run(changeCartItem, { token, itemId: first?.id, ...more } as never, call);
    for (const more of [
      { quantity: 0 },
      { quantity: -1 },
      { quantity: 1.5 },
      { quantity: 1e9 },
      { planId: otherPlanId },
      { unitMinor: 1 },
    ]) {
      await expect(change(more), JSON.stringify(more)).rejects.toMatchObject({ kind: "invalid" });
    }
    expect((await cart()).sums.total.minor).toBe(1_600n);

    for (const more of [{ cycle: "6m" }, { quantity: 11, cycle: "1m" }]) {
      await change(more);
      expect(await cart()).toMatchObject({ canOrder: false });
      await expect(orders(shop, token), JSON.stringify(more)).rejects.toMatchObject({
        code: "orders.not_orderable",
      });
    }

    await change({ quantity: 3, cycle: "1y" });
    expect((await cart()).sums.total.minor).toBe(3n * 9_600n + 100n);
  });

  test("a coupon counts once, however often it is given", async () => {
    const token = await aCart(shop, { planId, cycle: "1y" });
    for (let times = 0; times < 3; times += 1) await run(applyCoupon, { token, code }, call);
    const cart = await run(getCart, { token, language: "en", country: "DE" }, call);
    expect(cart.sums).toMatchObject({ discount: { minor: 960n }, total: { minor: 8_640n } });
    for (const expectedTotalMinor of [7_776, 8_639, 0]) {
      await expect(orders(shop, token, { expectedTotalMinor })).rejects.toMatchObject({
        code: "orders.price_changed",
      });
    }
    expect(await count("orders")).toBe(0);

    const { orderId } = await orders(shop, token);
    const { rows } = await owner.query("select total_minor::int as total from orders where id = $1", [
      orderId,
    ]);
    expect(rows).toEqual([{ total: 8_640 }]);
  });
});
