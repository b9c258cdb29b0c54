import { expect, test } from "vitest";
import { loadOffers, soldCurrencies } from "@/lib/catalog/offers";
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
