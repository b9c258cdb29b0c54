import { changePrices } from "@/lib/catalog/operations/change-prices";
import { createOption } from "@/lib/catalog/operations/create-option";
import { createPlan } from "@/lib/catalog/operations/create-plan";
import { createProduct } from "@/lib/catalog/operations/create-product";
import { createProductField } from "@/lib/catalog/operations/create-product-field";
import { createProductGroup } from "@/lib/catalog/operations/create-product-group";
import { updatePlan } from "@/lib/catalog/operations/update-plan";
import { updateProduct } from "@/lib/catalog/operations/update-product";
import { newId } from "@/lib/core/ids";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { addToCart } from "@/lib/orders/operations/add-to-cart";
import { billOrder } from "@/lib/orders/operations/bill-order";
import { getCart } from "@/lib/orders/operations/get-cart";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { ada } from "@/lib/orders/testing";
import { provideGateways } from "@/lib/payments/gateways";
import { createConnection } from "@/lib/payments/operations/create-connection";
import { gateways } from "@/plugins/gateways";

/** How what was ordered is delivered. */
export type Delivery = "succeeds" | "fails" | "byHand";

/** A shop that takes test cards, opened by operations. It sells by link only: the storefront of the journeys stays as it is. */
export async function openShop(actor: Actor): Promise<Record<Delivery, string>> {
  provideGateways(gateways);
  const call = { actor };
  await run(createConnection, { gateway: "sandbox", name: { en: "Card" } }, call);
  const group = await run(
    createProductGroup,
    { slug: "trials", name: { en: "Trials" }, isHidden: true },
    call,
  );
  const planIn = async (name: string, module: string, moduleSettings: Record<string, string> = {}) => {
    const slug = name.toLowerCase().replaceAll(" ", "-");
    const product = await run(
      createProduct,
      { productGroupId: group.id, slug, name: { en: name }, module },
      call,
    );
    await run(createOption, { ...createOption.example.input, productId: product.id }, call);
    await run(createProductField, { ...createProductField.example.input, productId: product.id }, call);
    await run(updateProduct, { productId: product.id, version: product.version, status: "HIDDEN" }, call);
    const settings = Object.entries(moduleSettings).map(([key, value]) => ({ name: key, value }));
    const plan = await run(
      createPlan,
      { productId: product.id, slug: "small", name: { en: "Small" }, moduleSettings: settings },
      call,
    );
    const changes = [{ currency: "EUR" as const, cycle: "1m", amountMinor: 1_250, setupMinor: 0 }];
    await run(changePrices, { planId: plan.id, changes }, call);
    return plan.id;
  };
  return {
    succeeds: await planIn("Web hosting", "sandbox"),
    fails: await planIn("Crowded hosting", "sandbox", { behaviour: "fails" }),
    byHand: await planIn("Moving house", "manual", { instructions: "Copy the site over." }),
  };
}

/** An order of a visitor of this name, with its invoice. The token is that of their cart. */
export async function anOrder(tenantId: string, planId: string, name: string) {
  const call = { actor: visitor(tenantId) };
  const buyer = { ...ada, name, email: `${newId()}@example.com` };
  const { token } = await run(addToCart, { token: null, planId, cycle: "1m" }, call);
  const cart = await run(getCart, { token, language: "en", country: buyer.country }, call);
  const { orderId } = await run(
    placeOrder,
    {
      token,
      language: "en",
      expectedTotalMinor: Number(cart.sums.total.minor),
      expectedCurrency: cart.currency,
      ...buyer,
    },
    call,
  );
  await runAsSystem(tenantId, billOrder, { orderId });
  return { token, orderId, email: buyer.email };
}

/** What a plan failed on is put right. */
export async function mendPlan(actor: Actor, plan: { id: string; version: number }): Promise<void> {
  const moduleSettings = [{ name: "behaviour", value: "succeeds" }];
  await run(updatePlan, { planId: plan.id, version: plan.version, moduleSettings }, { actor });
}
