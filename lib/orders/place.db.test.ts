import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getInvoice } from "@/lib/billing/operations/get-invoice";
import { aClient } from "@/lib/clients/testing";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { applyCoupon } from "@/lib/orders/operations/apply-coupon";
import { billOrder } from "@/lib/orders/operations/bill-order";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { createOrder } from "@/lib/orders/operations/create-order";
import { getOrder } from "@/lib/orders/operations/get-order";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { releaseOrder } from "@/lib/orders/operations/release-order";
import { settleOrder } from "@/lib/orders/operations/settle-order";
import { aBilledOrder, aCart, aCoupon, ada, aPlan, aShop, orders } from "@/lib/orders/testing";
import { updateSetting } from "@/lib/settings/operations/update-setting";
import { listSubscriptions } from "@/lib/subscriptions/operations/list-subscriptions";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

const refusedWith = (code: string) => ({ code });

describe("an order", () => {
  test("makes a client of a visitor, with the prices as they were shown, and is billed and accepted once", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id, { prices: { "1m": [1_000, 500] } });
    const token = await aCart(shop, { planId, cycle: "1m", quantity: 2 });
    const placed = await orders(shop, token);
    expect(placed).toMatchObject({ number: 1n, status: "PENDING" });
    // Sent twice: a double click, the back button, a second tab.
    expect(await orders(shop, token)).toEqual(placed);

    const { orderId } = placed;
    for (let times = 0; times < 2; times += 1) await runAsSystem(shop.id, billOrder, { orderId });
    const order = await run(getOrder, { orderId }, { actor: shop.actor });
    expect(order).toMatchObject({
      total: { minor: 3_000n },
      lines: [{ quantity: 2, amount: { minor: 3_000n } }],
    });
    const invoice = await run(getInvoice, { invoiceId: order.invoiceId ?? "" }, { actor: shop.actor });
    expect(invoice).toMatchObject({ status: "ISSUED", total: { minor: 3_000n } });

    for (let times = 0; times < 2; times += 1) await runAsSystem(shop.id, settleOrder, { orderId });
    const { items } = await run(listSubscriptions, { orderId }, { actor: shop.actor });
    expect(items).toMatchObject([{ status: "ACTIVE", quantity: 2, recurring: { minor: 2_000n } }]);
    expect(items[0]?.anchor).not.toBeNull();
    const { rows } = await owner.query(
      "select name, count(*)::int as n from outbox_events where tenant_id = $1 and name ~ '^(orders|subscriptions|billing)/' group by 1 order by 1",
      [shop.id],
    );
    expect(rows).toEqual([
      { name: "billing/invoice.issued", n: 1 },
      { name: "orders/order.accepted", n: 1 },
      { name: "orders/order.placed", n: 1 },
      { name: "subscriptions/subscription.activated", n: 1 },
    ]);
  });

  test("S-08: a price that a browser says can only refuse", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id);
    const token = await aCart(shop, { planId, cycle: "1m" });
    for (const expectedTotalMinor of [0, 1, 999, 1_001]) {
      await expect(orders(shop, token, { expectedTotalMinor })).rejects.toMatchObject(
        refusedWith("orders.price_changed"),
      );
    }
    await expect(orders(shop, token, { expectedCurrency: "USD" })).rejects.toMatchObject(
      refusedWith("orders.price_changed"),
    );
    // Prices are no part of any input.
    await expect(
      run(placeOrder, { ...placeOrder.example.input, token, unitMinor: 1 } as never, { actor: shop.visitor }),
    ).rejects.toMatchObject({ kind: "invalid" });
    const { rows } = await owner.query("select count(*)::int as n from orders where tenant_id = $1", [
      shop.id,
    ]);
    expect(rows[0].n).toBe(0);
  });

  test("of 100 buyers and 10 left, 10 get one", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id, { stock: 10 });
    await run(updateSetting, { key: "orders.reviewOrdersPerDay", value: 0 }, { actor: shop.actor });
    const tokens: string[] = [];
    for (let n = 0; n < 100; n += 1) tokens.push(await aCart(shop, { planId, cycle: "1m" }));

    const outcomes = await Promise.allSettled(tokens.map((token) => orders(shop, token)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    const reasons = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(
      reasons.every((code) =>
        ["orders.sold_out", "orders.not_orderable", "core.busy", "core.contended"].includes(code),
      ),
    ).toBe(true);
    const { rows } = await owner.query("select stock from plans where id = $1", [planId]);
    expect(rows[0].stock).toBe(0);
  }, 120_000);

  test("a coupon for three is used three times, however many use it at once", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id);
    const code = await aCoupon(owner, shop.id, { maxUses: 3 });
    const tokens: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const token = await aCart(shop, { planId, cycle: "1m" });
      await run(applyCoupon, { token, code }, { actor: shop.visitor });
      tokens.push(token);
    }
    const outcomes = await Promise.allSettled(tokens.map((token) => orders(shop, token)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const { rows } = await owner.query("select uses from coupons where tenant_id = $1", [shop.id]);
    expect(rows[0].uses).toBe(3);
  });

  test("no client has more of a plan than one client can have", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id, { perClientLimit: 1 });
    const clientId = await aClient(shop.id);
    await owner.query("update clients set currency = 'EUR' where id = $1", [clientId]);
    const order = () =>
      run(createOrder, { clientId, items: [{ planId, cycle: "1m" }] }, { actor: shop.actor });
    await order();
    await expect(order()).rejects.toMatchObject(refusedWith("orders.client_limit"));
  });

  test("asks for the terms as they stand now, and keeps which they were", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id);
    await run(updateSetting, { key: "orders.terms", value: "We serve you well." }, { actor: shop.actor });
    const token = await aCart(shop, { planId, cycle: "1m" });
    for (const termsHash of [null, "0".repeat(64)]) {
      await expect(orders(shop, token, { termsHash })).rejects.toMatchObject(
        refusedWith("orders.terms_not_accepted"),
      );
    }
    const termsHash = createHash("sha256").update("We serve you well.").digest("hex");
    const { orderId } = await orders(shop, token, { termsHash, address: "198.51.100.7" });
    const { rows } = await owner.query(
      "select terms_hash, terms_accepted_at, ip_address from orders where id = $1",
      [orderId],
    );
    expect(rows).toMatchObject([{ terms_hash: termsHash, ip_address: "198.51.100.7" }]);
    expect(rows[0].terms_accepted_at).not.toBeNull();
  });

  test("what is held is neither billed nor delivered until somebody lets it go on", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id);
    const token = await aCart(shop, { planId, cycle: "1m" });
    const { orderId, status } = await orders(shop, token, { email: "x@mailinator.com" });
    expect(status).toBe("HELD");
    expect((await runAsSystem(shop.id, billOrder, { orderId })).invoiceId).toBeNull();
    await runAsSystem(shop.id, settleOrder, { orderId });

    const held = await run(getOrder, { orderId }, { actor: shop.actor });
    expect(held).toMatchObject({ status: "HELD", reviewReasons: [{ rule: "disposable_mail" }] });
    const released = await run(releaseOrder, { orderId, version: held.version }, { actor: shop.actor });
    expect(released).toMatchObject({ status: "PENDING", reviewedByName: "Grace Hopper" });
    expect(released.invoiceId).not.toBeNull();
  });

  test("the rules of review see amount, country and speed", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id);
    await run(updateSetting, { key: "orders.reviewAmount", value: 9 }, { actor: shop.actor });
    await run(updateSetting, { key: "orders.reviewOrdersPerDay", value: 1 }, { actor: shop.actor });
    const place = async (given: object) => {
      const { orderId } = await orders(shop, await aCart(shop, { planId, cycle: "1m" }), given);
      const { reviewReasons } = await run(getOrder, { orderId }, { actor: shop.actor });
      return reviewReasons.map(({ rule }) => rule);
    };
    expect(await place({ email: ada.email, address: "8.8.8.8" })).toEqual(["amount", "country_mismatch"]);
    expect(await place({ email: ada.email })).toEqual(["amount", "velocity"]);
  });

  test("cancelled before it was accepted gives back its stock, voids its invoice, and begins nothing", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id, { stock: 5 });
    const order = await aBilledOrder(shop, planId);
    const reason = "The client asked for it";
    await run(cancelOrder, { orderId: order.id, version: order.version, reason }, { actor: shop.actor });

    expect((await owner.query("select stock from plans where id = $1", [planId])).rows[0].stock).toBe(5);
    const invoice = await run(getInvoice, { invoiceId: order.invoiceId }, { actor: shop.actor });
    expect(invoice.status).toBe("VOID");
    expect((await run(listSubscriptions, { orderId: order.id }, { actor: shop.actor })).items).toMatchObject([
      { status: "CANCELLED", endReason: reason },
    ]);
    // Paid all the same, at the last moment: it stays ended.
    expect(await runAsSystem(shop.id, settleOrder, { orderId: order.id })).toMatchObject({
      status: "CANCELLED",
    });
    const { rows } = await owner.query(
      "select coalesce(sum(debit_minor - credit_minor), 0)::int as rest from ledger_balances b join ledger_accounts a on a.id = b.account_id where b.tenant_id = $1 group by a.code",
      [shop.id],
    );
    expect(rows.every(({ rest }) => rest === 0)).toBe(true);
  });

  test("staff order for a client, with a price of their own and the reason for it", async () => {
    const shop = await aShop(owner);
    const planId = await aPlan(owner, shop.id);
    const clientId = await aClient(shop.id);
    await owner.query("update clients set currency = 'EUR' where id = $1", [clientId]);
    const override = {
      unit: { minor: 800, currency: "EUR" as const },
      setup: { minor: 0, currency: "EUR" as const },
      reason: "Agreed by telephone",
    };
    const order = await run(
      createOrder,
      { clientId, items: [{ planId, cycle: "1m", override }] },
      { actor: shop.actor },
    );
    expect(order).toMatchObject({ source: "STAFF", status: "PENDING", net: { minor: 800n } });
    expect(order.invoiceId).not.toBeNull();
    const whole = await run(getOrder, { orderId: order.id }, { actor: shop.actor });
    expect(whole.lines).toMatchObject([{ unit: { minor: 800n }, overrideReason: "Agreed by telephone" }]);
    // The client reads the order, and not why the price is what it is.
    const own = await run(getOrder, { orderId: order.id }, { actor: clientUser(shop.id, clientId) });
    expect(own).toMatchObject({ ipAddress: null, reviewReasons: [], lines: [{ overrideReason: null }] });
  });

  test("S-16: strangers of another company and of another client find nothing", async () => {
    const shop = await aShop(owner);
    const order = await aBilledOrder(shop, await aPlan(owner, shop.id));
    const other = await aClient(shop.id);
    for (const actor of [staff((await aTenant(owner)).id), clientUser(shop.id, other)]) {
      await expect(run(getOrder, { orderId: order.id }, { actor })).rejects.toMatchObject(
        refusedWith("orders.order_not_found"),
      );
    }
    const change = { orderId: order.id, version: order.version, reason: "x" };
    await expect(run(cancelOrder, change, { actor: staff((await aTenant(owner)).id) })).rejects.toMatchObject(
      refusedWith("orders.order_not_found"),
    );
  });
});
