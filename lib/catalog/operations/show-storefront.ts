import "server-only";
import { z } from "zod";
import { exampleOffer, exampleProductGroup } from "@/lib/catalog/examples";
import { loadOffers, soldCurrencies } from "@/lib/catalog/offers";
import { isForSale } from "@/lib/catalog/rules/for-sale";
import { PlanOfferView, StorefrontGroupView, slugSchema } from "@/lib/catalog/schema";
import { sql } from "@/lib/core/db/sql";
import { type CurrencyCode, isCurrencyCode } from "@/lib/core/money/currencies";
import { currencySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";

export const showStorefront = query({
  name: "catalog.storefront.show",
  summary: "Read what is sold, with prices",
  description:
    "In the order of the storefront. What is hidden is found by the name of its product only. Prices are before tax unless the company's are with it.",
  audience: ["visitor", "staff", "client"],
  input: z.strictObject({
    currency: z.string().max(10).optional().meta({
      description:
        "One in which nothing is sold counts as not given: then it is the company's own, else the first.",
    }),
    productSlug: slugSchema.optional(),
  }),
  output: z
    .object({
      currency: currencySchema,
      currencies: z.array(currencySchema),
      groups: z.array(StorefrontGroupView),
      offers: z.array(PlanOfferView),
    })
    .meta({ id: "Storefront" }),
  http: { method: "GET", path: "/storefront" },
  example: {
    input: { currency: "EUR" },
    output: {
      currency: "EUR",
      currencies: ["EUR", "USD"],
      groups: [
        {
          id: exampleProductGroup.id,
          slug: exampleProductGroup.slug,
          name: exampleProductGroup.name,
          description: exampleProductGroup.description,
        },
      ],
      offers: [exampleOffer],
    },
  },
  async run(context, { currency: wished, productSlug }) {
    const { query, tenantId } = context;
    // Of one product its own: whoever comes by its link is not told that it is not sold, because others are sold in more.
    const currencies = await soldCurrencies(context, { productSlug, isShown: productSlug === undefined });
    const [company] = await query<{ currency: CurrencyCode }>(
      sql`select currency from tenants where id = ${tenantId}::uuid`,
    );
    const asked = [wished?.toUpperCase() ?? "", company?.currency ?? "EUR", ...currencies];
    const currency = asked.find(
      (code): code is CurrencyCode => isCurrencyCode(code) && currencies.includes(code),
    );
    const shown = currency ?? company?.currency ?? "EUR";

    const offers = await loadOffers(context, {
      productSlug,
      currency: shown,
      includeHidden: productSlug !== undefined,
    });
    const groups = await query<z.output<typeof StorefrontGroupView>>(sql`
      select id, slug, name, description from product_groups where tenant_id = ${tenantId}::uuid and not is_hidden order by position, id`);
    return {
      currency: shown,
      currencies,
      groups,
      offers: offers.filter(isForSale) as z.output<typeof PlanOfferView>[],
    };
  },
});
