import "server-only";
import { z } from "zod";
import { CatalogRecordNotFound } from "@/lib/catalog/errors";
import {
  exampleOption,
  examplePlan,
  examplePrice,
  exampleProduct,
  exampleProductField,
} from "@/lib/catalog/examples";
import { pricesOfOwners } from "@/lib/catalog/prices";
import {
  OwnedPriceView,
  PlanView,
  ProductFieldView,
  ProductOptionView,
  ProductView,
} from "@/lib/catalog/schema";
import { idSchema } from "@/lib/core/ids";
import { query } from "@/lib/core/operation/operation";

const WholeProduct = ProductView.extend({
  plans: z.array(PlanView),
  options: z.array(ProductOptionView),
  fields: z.array(ProductFieldView),
  addonIds: z.array(idSchema),
  prices: z.array(OwnedPriceView).meta({ description: "That count now, of its plans and choices." }),
}).meta({ id: "WholeProduct" });
export type WholeProduct = z.output<typeof WholeProduct>;

const inOrder = { orderBy: [{ position: "asc" as const }, { id: "asc" as const }] };

export const getProduct = query({
  name: "catalog.product.get",
  summary: "Read a product with all that belongs to it",
  audience: ["staff"],
  input: z.strictObject({ productId: idSchema }),
  output: WholeProduct,
  http: { method: "GET", path: "/products/{productId}" },
  example: {
    input: { productId: exampleProduct.id },
    output: {
      ...exampleProduct,
      plans: [examplePlan],
      options: [exampleOption],
      fields: [exampleProductField],
      addonIds: [],
      prices: [examplePrice],
    },
  },
  refusals: ["catalog.record_not_found"],
  async run(context, { productId: id }) {
    const { db, tenantId } = context;
    const product = await db.product.findFirst({ where: { id, tenantId } });
    if (product === null) throw new CatalogRecordNotFound();

    // One after the other: the transaction has one connection.
    const own = { where: { tenantId, productId: id }, ...inOrder };
    const plans = await db.plan.findMany(own);
    const options = await db.productOption.findMany(own);
    const ofOptions = { tenantId, optionId: { in: options.map((option) => option.id) } };
    const choices = await db.optionChoice.findMany({ where: ofOptions, ...inOrder });
    const fields = await db.productField.findMany(own);
    const addons = await db.productAddon.findMany({ where: { tenantId, productId: id } });
    const prices = await pricesOfOwners(
      context,
      [plans, choices].flat().map((owner) => owner.id),
    );
    return {
      ...product,
      plans,
      options: options.map((option) => ({
        ...option,
        choices: choices.filter(({ optionId }) => optionId === option.id),
      })),
      fields,
      addonIds: addons.map(({ addonId }) => addonId),
      prices,
    } as WholeProduct;
  },
});
