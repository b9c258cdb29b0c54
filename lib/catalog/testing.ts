import { changePrices } from "@/lib/catalog/operations/change-prices";
import { createPlan } from "@/lib/catalog/operations/create-plan";
import { createProduct } from "@/lib/catalog/operations/create-product";
import { createProductGroup } from "@/lib/catalog/operations/create-product-group";
import { updateProduct } from "@/lib/catalog/operations/update-product";
import { newId } from "@/lib/core/ids";
import { run } from "@/lib/core/operation/run";
import { staff } from "@/tests/support/tenants";

export type SoldPlan = {
  groupId: string;
  productId: string;
  productSlug: string;
  planId: string;
  priceId: string;
};

type Wanted = {
  cycle?: string;
  amountMinor?: number;
  setupMinor?: number;
  stock?: number | null;
  maxQuantity?: number;
  perClientLimit?: number | null;
  asksHostName?: boolean;
  module?: string | null;
};

/** A plan that is on sale in euro, in a product and a group of its own. */
export async function aSoldPlan(tenantId: string, wanted: Wanted = {}): Promise<SoldPlan> {
  const {
    cycle = "1m",
    amountMinor = 999,
    setupMinor = 0,
    asksHostName = false,
    module = null,
    ...limits
  } = wanted;
  const call = { actor: staff(tenantId) };
  const slug = `p-${newId()}`;
  const group = await run(createProductGroup, { slug, name: { en: "Hosting" } }, call);
  const product = await run(
    createProduct,
    {
      productGroupId: group.id,
      slug,
      name: { en: "Web hosting", de: "Webhosting" },
      asksHostName,
      module,
    },
    call,
  );
  await run(updateProduct, { productId: product.id, version: 1, status: "ACTIVE" }, call);
  const plan = await run(
    createPlan,
    { productId: product.id, slug: "small", name: { en: "Small" }, ...limits },
    call,
  );
  const { items } = await run(
    changePrices,
    { planId: plan.id, changes: [{ currency: "EUR", cycle, amountMinor, setupMinor }] },
    call,
  );
  return {
    groupId: group.id,
    productId: product.id,
    productSlug: slug,
    planId: plan.id,
    priceId: items[0]?.id ?? "",
  };
}
