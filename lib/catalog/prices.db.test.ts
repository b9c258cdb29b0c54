import { expect, test } from "vitest";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { listPrices } from "@/lib/catalog/operations/list-prices";
import { showStorefront } from "@/lib/catalog/operations/show-storefront";
import { aSoldPlan } from "@/lib/catalog/testing";
import { sql } from "@/lib/core/db/sql";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation, traces } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

async function aPrice() {
  const tenant = await aTenant(owner);
  const call = { actor: staff(tenant.id) };
  return { tenantId: tenant.id, call, ...(await aSoldPlan(tenant.id)) };
}
const euro = (amountMinor: number | null, seenPriceId: string | null = null, cycle = "1m") => ({
  currency: "EUR" as const,
  cycle,
  amountMinor,
  seenPriceId,
});

test("a change closes a price and opens another; what was is kept as it was", async () => {
  const { tenantId, call, planId, priceId } = await aPrice();
  const { items } = await run(
    changePrices,
    { planId, changes: [euro(1299, priceId), euro(12990, null, "1y")] },
    call,
  );
  expect(items.map(({ cycle, amount }) => [cycle, Number(amount.minor)])).toEqual([
    ["1m", 1299],
    ["1y", 12990],
  ]);
  expect(items[0]?.id).not.toBe(priceId);

  const history = (await run(listPrices, { planId }, call)).items;
  const old = history.find(({ id }) => id === priceId);
  expect(old).toMatchObject({ amount: { minor: 999n, currency: "EUR" } });
  expect(old?.validUntil).toEqual(items[0]?.validFrom);
  const { audit, event } = await traces(owner, tenantId);
  expect(audit).toMatchObject({
    operation: "catalog.price.change",
    record_id: planId,
    before: { prices: [{ amountMinor: 999 }] },
  });
  expect(event).toMatchObject({ name: "catalog/prices.changed", subject: planId });
});

test("the same price again opens no other, and null ends it", async () => {
  const { tenantId, call, planId, priceId } = await aPrice();
  const same = await run(changePrices, { planId, changes: [euro(999, priceId)] }, call);
  expect(same.items.map(({ id }) => id)).toEqual([priceId]);
  const none = await run(changePrices, { planId, changes: [euro(null, priceId)] }, call);
  expect(none.items).toEqual([]);
  expect((await run(showStorefront, {}, { actor: visitor(tenantId) })).currencies).toEqual([]);
});

test("two staff change the same price at once: one counts, the other is told and nothing of theirs is saved", async () => {
  const { call, planId, priceId } = await aPrice();
  const both = await Promise.allSettled([
    run(changePrices, { planId, changes: [euro(1100, priceId), euro(11000, null, "1y")] }, call),
    run(changePrices, { planId, changes: [euro(1200, priceId), euro(12000, null, "1y")] }, call),
  ]);
  const refused = both.filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
  expect(refused.map(({ reason }) => reason.code)).toEqual(["catalog.prices_changed"]);

  const open = (await run(listPrices, { planId }, call)).items.filter(
    ({ validUntil }) => validUntil === null,
  );
  const [monthly, yearly] = ["1m", "1y"].map(
    (cycle) => open.find((price) => price.cycle === cycle)?.amount.minor,
  );
  expect(open).toHaveLength(2);
  expect(yearly).toBe((monthly ?? 0n) * 10n);
});

test("a new price beside one that somebody just opened is refused, not a second one", async () => {
  const { call, planId } = await aPrice();
  const both = await Promise.allSettled(
    [1, 2].map((n) => run(changePrices, { planId, changes: [euro(n, null, "1y")] }, call)),
  );
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("S-13: no statement of the product changes or removes a price", async () => {
  const { call, planId, priceId } = await aPrice();
  const statements = [
    sql`update prices set amount_minor = 1 where id = ${priceId}::uuid`,
    sql`update prices set plan_id = plan_id where id = ${priceId}::uuid`,
    sql`delete from prices where id = ${priceId}::uuid`,
  ];
  for (const statement of statements) {
    const tried = inOperation(call.actor, ({ execute }) => execute(statement));
    await expect(tried).rejects.toThrow(/permission denied/);
  }
  expect((await run(listPrices, { planId }, call)).items).toMatchObject([
    { amount: { minor: 999n }, validUntil: null },
  ]);
});
