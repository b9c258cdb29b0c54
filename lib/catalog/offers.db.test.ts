import { expect, test } from "vitest";
import { loadOffers, soldCurrencies } from "@/lib/catalog/offers";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { listAllPlans } from "@/lib/catalog/operations/list-all-plans";
import { showStorefront } from "@/lib/catalog/operations/show-storefront";
import { updatePlan } from "@/lib/catalog/operations/update-plan";
import { updateProduct } from "@/lib/catalog/operations/update-product";
import { aSoldPlan } from "@/lib/catalog/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

test("a company that has built nothing offers nothing", async () => {
  const tenant = await aTenant(owner);
  await inOperation(staff(tenant.id), async (context) => {
    expect(await loadOffers(context, { currency: "EUR", includeHidden: true })).toEqual([]);
    expect(await soldCurrencies(context)).toEqual([]);
  });
});

test("a product that is sold in another currency than the company's is shown in its own", async () => {
  const tenant = await aTenant(owner);
  const call = { actor: staff(tenant.id) };
  await aSoldPlan(tenant.id);
  const abroad = await aSoldPlan(tenant.id);
  const dollars = [{ currency: "USD" as const, cycle: "1m", amountMinor: 1_100, setupMinor: 0 }];
  const ended = [{ currency: "EUR" as const, cycle: "1m", amountMinor: null, seenPriceId: abroad.priceId }];
  await run(changePrices, { planId: abroad.planId, changes: [...dollars, ...ended] }, call);

  const shown = (input: object) => run(showStorefront, input, { actor: visitor(tenant.id) });
  expect(await shown({})).toMatchObject({ currency: "EUR", currencies: ["EUR", "USD"] });
  for (const currency of [undefined, "EUR", "USD"]) {
    const { offers, ...rest } = await shown({ currency, productSlug: abroad.productSlug });
    expect(rest).toMatchObject({ currency: "USD", currencies: ["USD"] });
    expect(offers).toMatchObject([{ prices: [{ amount: { minor: 1_100n, currency: "USD" } }] }]);
  }
});

test("a currency that only what is hidden is sold in is not offered to whoever passes by", async () => {
  const tenant = await aTenant(owner);
  const call = { actor: staff(tenant.id) };
  const { productId, planId, productSlug } = await aSoldPlan(tenant.id);
  await run(updateProduct, { productId, version: 2, status: "HIDDEN" }, call);
  const shown = (input: object) => run(showStorefront, input, { actor: visitor(tenant.id) });
  expect((await shown({})).currencies).toEqual([]);
  expect((await shown({ productSlug })).currencies).toEqual(["EUR"]);

  await run(updatePlan, { planId, version: 1, status: "RETIRED" }, call);
  expect(await run(listAllPlans, {}, call)).toMatchObject({
    items: [{ id: planId, status: "RETIRED", productStatus: "HIDDEN" }],
    currencies: [],
  });
});
