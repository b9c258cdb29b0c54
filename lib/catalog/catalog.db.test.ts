import { expect, test } from "vitest";
import { findCoupon } from "@/lib/catalog/coupons";
import { loadOffers } from "@/lib/catalog/offers";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { createAddon } from "@/lib/catalog/operations/create-addon";
import { createCoupon } from "@/lib/catalog/operations/create-coupon";
import { createOption } from "@/lib/catalog/operations/create-option";
import { createPlan } from "@/lib/catalog/operations/create-plan";
import { createProductField } from "@/lib/catalog/operations/create-product-field";
import { createProductGroup } from "@/lib/catalog/operations/create-product-group";
import { duplicateProduct } from "@/lib/catalog/operations/duplicate-product";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { listAddons } from "@/lib/catalog/operations/list-addons";
import { listCoupons } from "@/lib/catalog/operations/list-coupons";
import { listProducts } from "@/lib/catalog/operations/list-products";
import { moveCatalogRecord } from "@/lib/catalog/operations/move-record";
import { offerAddons } from "@/lib/catalog/operations/offer-addons";
import { showStorefront } from "@/lib/catalog/operations/show-storefront";
import { updateAddon } from "@/lib/catalog/operations/update-addon";
import { updateCoupon } from "@/lib/catalog/operations/update-coupon";
import { updateOption } from "@/lib/catalog/operations/update-option";
import { updatePlan } from "@/lib/catalog/operations/update-plan";
import { updateProduct } from "@/lib/catalog/operations/update-product";
import { updateProductField } from "@/lib/catalog/operations/update-product-field";
import { updateProductGroup } from "@/lib/catalog/operations/update-product-group";
import { aSoldPlan } from "@/lib/catalog/testing";
import { aClient } from "@/lib/clients/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation, traces } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

async function aCatalogue() {
  const tenant = await aTenant(owner);
  const call = { actor: staff(tenant.id) };
  return { tenantId: tenant.id, call, ...(await aSoldPlan(tenant.id)) };
}
const code = (expected: string) => expect.objectContaining({ code: expected });

test("a product begins as a draft, is published, and leaves its traces", async () => {
  const { tenantId, call, productId, productSlug } = await aCatalogue();
  const shown = () => run(showStorefront, {}, { actor: visitor(tenantId) });
  expect((await shown()).offers.map(({ product }) => product.slug)).toEqual([productSlug]);

  const draft = await run(updateProduct, { productId, version: 2, status: "DRAFT" }, call);
  expect(draft).toMatchObject({ status: "DRAFT", version: 3 });
  expect((await shown()).offers).toEqual([]);
  const { audit, event } = await traces(owner, tenantId);
  expect(audit).toMatchObject({ operation: "catalog.product.update", record_id: productId });
  expect(event).toMatchObject({ name: "catalog/product.updated", subject: productId });
  await expect(run(updateProduct, { productId, version: 2, status: "ACTIVE" }, call)).rejects.toThrow(
    code("core.stale_version"),
  );
});

test("names in addresses are taken once, whatever is renamed", async () => {
  const { call, productSlug, productId } = await aCatalogue();
  await expect(run(createProductGroup, { slug: productSlug, name: { en: "Again" } }, call)).rejects.toThrow(
    code("catalog.name_taken"),
  );
  await expect(run(createPlan, { productId, slug: "small", name: { en: "Again" } }, call)).rejects.toThrow(
    code("catalog.name_taken"),
  );
  await expect(run(duplicateProduct, { productId, slug: productSlug }, call)).rejects.toThrow(
    code("catalog.name_taken"),
  );
});

test("what is hidden is found by the name of its product only, and what is retired not at all", async () => {
  const { tenantId, call, productId, productSlug, planId, groupId } = await aCatalogue();
  const slugs = async (productSlug?: string) =>
    (
      await run(showStorefront, { ...(productSlug && { productSlug }) }, { actor: visitor(tenantId) })
    ).offers.map(({ plan }) => plan.slug);

  await run(updatePlan, { planId, version: 1, status: "HIDDEN" }, call);
  expect([await slugs(), await slugs(productSlug)]).toEqual([[], ["small"]]);
  await run(updatePlan, { planId, version: 2, status: "ACTIVE" }, call);
  await run(updateProductGroup, { productGroupId: groupId, version: 1, isHidden: true }, call);
  expect([await slugs(), await slugs(productSlug)]).toEqual([[], ["small"]]);
  await run(updateProduct, { productId, version: 2, status: "RETIRED" }, call);
  expect([await slugs(), await slugs(productSlug)]).toEqual([[], []]);

  // Whoever kept it in a cart is told so: the offer is there, and pricing it refuses.
  await inOperation(staff(tenantId), async (context) => {
    const [offer] = await loadOffers(context, { planIds: [planId], currency: "EUR", includeHidden: true });
    expect(offer?.product.status).toBe("RETIRED");
  });
});

test("options, questions and add-ons are part of the offer until they are retired", async () => {
  const { tenantId, call, productId, planId } = await aCatalogue();
  const choices = [
    { key: "fra", name: { en: "Frankfurt" }, isDefault: true },
    { key: "ruh", name: { en: "Riyadh" } },
  ];
  const option = await run(
    createOption,
    { productId, key: "place", kind: "CHOICE", name: { en: "Location" }, choices },
    call,
  );
  const ram = await run(
    createOption,
    { productId, key: "ram", kind: "QUANTITY", name: { en: "Memory" }, minimum: 2, maximum: 8, step: 2 },
    call,
  );
  const field = await run(
    createProductField,
    { productId, key: "login", kind: "text", label: { en: "Login" } },
    call,
  );
  const addon = await run(createAddon, { slug: "moving", name: { en: "Moving in" } }, call);
  await run(
    changePrices,
    { addonId: addon.id, changes: [{ currency: "EUR", cycle: "once", amountMinor: 4900 }] },
    call,
  );
  const choiceId = option.choices[1]?.id;
  await run(changePrices, { choiceId, changes: [{ currency: "EUR", cycle: "1m", amountMinor: 200 }] }, call);
  await run(offerAddons, { productId, addonIds: [addon.id] }, call);

  const offer = () =>
    inOperation(
      staff(tenantId),
      async (context) =>
        (await loadOffers(context, { planIds: [planId], currency: "EUR", includeHidden: false }))[0],
    );
  const first = await offer();
  expect(
    first?.options.map(({ key, choices }) => [key, choices.map(({ key, isIncluded }) => [key, isIncluded])]),
  ).toEqual([
    [
      "place",
      [
        ["fra", true],
        ["ruh", false],
      ],
    ],
    ["ram", [["unit", true]]],
  ]);
  expect(first?.addons[0]?.prices[0]).toMatchObject({
    cycle: "once",
    amount: { minor: 4900n, currency: "EUR" },
  });
  expect(first?.fields).toMatchObject([{ key: "login", isRequired: false }]);

  await run(
    updateOption,
    { optionId: option.id, version: 1, choices: [{ key: "ruh", name: { en: "Riyadh" } }] },
    call,
  );
  await run(updateOption, { optionId: ram.id, version: 1, status: "RETIRED" }, call);
  await run(updateProductField, { productFieldId: field.id, version: 1, status: "RETIRED" }, call);
  await run(updateAddon, { addonId: addon.id, version: 1, status: "RETIRED" }, call);
  expect((await run(listAddons, {}, call)).items[0]).toMatchObject({
    status: "RETIRED",
    productIds: [productId],
  });
  expect(await offer()).toMatchObject({
    options: [{ key: "place", choices: [{ key: "ruh" }] }],
    fields: [],
    addons: [],
  });
});

test("what nobody could choose from is refused", async () => {
  const { call, productId } = await aCatalogue();
  const option = { productId, key: "x", name: { en: "X" } };
  const path = (expected: string) =>
    expect.objectContaining({ fields: [expect.objectContaining({ path: expected })] });
  await expect(run(createOption, { ...option, kind: "CHOICE" }, call)).rejects.toThrow(path("choices"));
  await expect(
    run(createOption, { ...option, kind: "QUANTITY", minimum: 4, maximum: 2 }, call),
  ).rejects.toThrow(path("maximum"));
  await expect(
    run(createOption, { ...option, kind: "QUANTITY", minimum: 1, maximum: 4, step: 2 }, call),
  ).rejects.toThrow(path("step"));
  await expect(
    run(createProductField, { productId, key: "x", kind: "choice", label: { en: "X" } }, call),
  ).rejects.toThrow(path("choices"));
});

test("a copy has the plans, prices and options, and is a draft", async () => {
  const { call, productId, planId } = await aCatalogue();
  await run(
    createOption,
    { productId, key: "ram", kind: "QUANTITY", name: { en: "Memory" }, maximum: 8 },
    call,
  );
  await run(createPlan, { productId, slug: "old", name: { en: "Old" }, status: "RETIRED" }, call);

  const { id } = await run(duplicateProduct, { productId, slug: "copy" }, call);
  const copy = await run(getProduct, { productId: id }, call);
  expect(copy).toMatchObject({
    slug: "copy",
    status: "DRAFT",
    position: 2,
    plans: [{ slug: "small" }],
    options: [{ key: "ram", choices: [{ key: "unit" }] }],
  });
  expect(copy.prices).toMatchObject([{ ownerId: copy.plans[0]?.id, cycle: "1m", amount: { minor: 999n } }]);
  expect(copy.plans[0]?.id).not.toBe(planId);
});

test("records change places with their neighbours, and stay at the ends", async () => {
  const { call, productId } = await aCatalogue();
  for (const slug of ["b", "c"]) await run(createPlan, { productId, slug, name: { en: slug } }, call);
  const order = async () => (await run(getProduct, { productId }, call)).plans.map(({ slug }) => slug);
  const [, b] = (await run(getProduct, { productId }, call)).plans;
  const move = (direction: "up" | "down") =>
    run(moveCatalogRecord, { kind: "plan", catalogRecordId: b?.id ?? "", direction }, call);

  expect(await move("up")).toMatchObject({ position: 1 });
  expect(await order()).toEqual(["b", "small", "c"]);
  expect(await move("up")).toMatchObject({ position: 1 });
  await move("down");
  await move("down");
  expect(await order()).toEqual(["small", "c", "b"]);
});

test("a coupon is found by its code however it is typed", async () => {
  const { tenantId, call } = await aCatalogue();
  const coupon = await run(createCoupon, { code: "spring-25", kind: "PERCENT", percent: "25" }, call);
  expect(coupon).toMatchObject({ code: "SPRING-25", uses: 0, isActive: true });
  await inOperation(staff(tenantId), async (context) => {
    expect(await findCoupon(context, " Spring-25 ")).toMatchObject({ id: coupon.id });
    expect(await findCoupon(context, "AUTUMN")).toBeUndefined();
  });
  await run(updateCoupon, { couponId: coupon.id, version: 1, isActive: false }, call);
  expect((await run(listCoupons, { isActive: false, search: "spr" }, call)).items).toMatchObject([
    { code: "SPRING-25" },
  ]);
  await expect(run(createCoupon, { code: "SPRING-25", kind: "PERCENT", percent: "5" }, call)).rejects.toThrow(
    code("catalog.name_taken"),
  );
  await expect(run(createCoupon, { code: "NOTHING", kind: "FIXED" }, call)).rejects.toThrow(
    code("core.invalid_input"),
  );
});

test("products are found by a part of their name in any language, and operators of the search are letters", async () => {
  const { call, productId } = await aCatalogue();
  const found = async (search: string) =>
    (await run(listProducts, { search }, call)).products.map(({ id }) => id);
  expect(await found("webHOST")).toEqual([productId]);
  expect(await found("%")).toEqual([]);
  expect(await found("_")).toEqual([]);
});

test("visitors and clients' people read what is sold, and change nothing", async () => {
  const { tenantId, productId, planId } = await aCatalogue();
  const client = clientUser(tenantId, await aClient(tenantId));
  expect((await run(showStorefront, {}, { actor: client })).offers).toHaveLength(1);

  for (const actor of [visitor(tenantId), client]) {
    await expect(run(updatePlan, { planId, version: 1, stock: 0 }, { actor })).rejects.toThrow(
      /sign in|may not/i,
    );
    await expect(run(getProduct, { productId }, { actor })).rejects.toThrow(/sign in|may not/i);
  }
  // Below the operations the database refuses as well.
  const written = inOperation({ ...client, audience: "staff" }, async ({ db }) => {
    await db.plan.update({ where: { id: planId }, data: { stock: 0 } });
  });
  await expect(written).rejects.toThrow();
});

test("strangers find nothing", async () => {
  const { productId, planId } = await aCatalogue();
  const elsewhere = await aTenant(owner);
  const call = { actor: staff(elsewhere.id) };
  const notFound = code("catalog.record_not_found");
  await expect(run(getProduct, { productId }, call)).rejects.toThrow(notFound);
  await expect(run(updatePlan, { planId, version: 1, stock: 1 }, call)).rejects.toThrow(notFound);
  await expect(run(createPlan, { productId, slug: "x", name: { en: "X" } }, call)).rejects.toThrow(notFound);
  await expect(
    run(changePrices, { planId, changes: [{ currency: "EUR", cycle: "1m", amountMinor: 1 }] }, call),
  ).rejects.toThrow(notFound);
  await expect(
    run(moveCatalogRecord, { kind: "plan", catalogRecordId: planId, direction: "up" }, call),
  ).rejects.toThrow(notFound);
  await expect(run(duplicateProduct, { productId, slug: "mine" }, call)).rejects.toThrow(notFound);
  expect((await run(showStorefront, {}, { actor: visitor(elsewhere.id) })).offers).toEqual([]);
});
