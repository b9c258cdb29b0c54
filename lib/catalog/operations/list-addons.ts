import "server-only";
import { z } from "zod";
import { exampleAddon, examplePrice } from "@/lib/catalog/examples";
import { pricesOfOwners } from "@/lib/catalog/prices";
import { AddonView, OwnedPriceView } from "@/lib/catalog/schema";
import { query } from "@/lib/core/operation/operation";

const AddonWithPrices = AddonView.extend({
  productIds: z.array(z.string()),
  prices: z.array(OwnedPriceView),
}).meta({ id: "AddonWithPrices" });

export const listAddons = query({
  name: "catalog.addon.list",
  summary: "List add-ons with their prices",
  description: "In their order, the retired ones with them.",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ items: z.array(AddonWithPrices) }).meta({ id: "Addons" }),
  http: { method: "GET", path: "/addons" },
  example: {
    input: {},
    output: {
      items: [{ ...exampleAddon, productIds: [], prices: [{ ...examplePrice, ownerId: exampleAddon.id }] }],
    },
  },
  async run(context) {
    const addons = await context.db.addon.findMany({
      where: { tenantId: context.tenantId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      include: { products: { select: { productId: true } } },
    });
    const prices = await pricesOfOwners(
      context,
      addons.map(({ id }) => id),
    );
    const items = addons.map(({ products, ...addon }) => ({
      ...(addon as z.output<typeof AddonView>),
      productIds: products.map(({ productId }) => productId),
      prices: prices.filter(({ ownerId }) => ownerId === addon.id),
    }));
    return { items };
  },
});
