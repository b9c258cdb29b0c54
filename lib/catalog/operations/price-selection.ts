import "server-only";
import { z } from "zod";
import { CatalogRecordNotFound, NotOffered } from "@/lib/catalog/errors";
import { examplePlan, examplePrice, exampleProduct } from "@/lib/catalog/examples";
import { loadOffers } from "@/lib/catalog/offers";
import { priceSelection } from "@/lib/catalog/rules/selection";
import { totalsOf } from "@/lib/catalog/rules/totals";
import { cycleSchema } from "@/lib/catalog/schema";
import { customValuesSchema } from "@/lib/clients/schema";
import { idSchema } from "@/lib/core/ids";
import { currencySchema, moneySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { languageSchema } from "@/lib/core/text";

const PricedLineView = z.object({
  kind: z.enum(["PLAN", "OPTION", "ADDON"]),
  description: z.string(),
  quantity: z.number().int(),
  unit: moneySchema,
  setup: moneySchema,
  recurs: z.boolean().meta({ description: "Whether it is billed again each cycle." }),
});

export const priceSelectionNow = query({
  name: "catalog.selection.price",
  summary: "Price what somebody chose",
  description:
    "Before discount and before tax. Refused, with what is amiss, when it is not offered like this.",
  audience: ["visitor", "staff", "client"],
  input: z.strictObject({
    planId: idSchema,
    currency: currencySchema,
    cycle: cycleSchema,
    quantity: z.number().int().min(1).max(1_000).default(1),
    choices: z
      .record(idSchema, z.union([z.string().max(60), z.number(), z.boolean()]))
      .default({})
      .meta({ description: "Option to choice, number, or yes and no. What is left out takes its default." }),
    addonIds: z.array(idSchema).max(50).default([]),
    fields: customValuesSchema.default({}),
    hostName: z.string().max(300).nullable().default(null),
    language: languageSchema.default("en"),
  }),
  output: z
    .object({
      label: z.string(),
      lines: z.array(PricedLineView),
      due: moneySchema,
      recurring: moneySchema.meta({ description: "Again each cycle." }),
    })
    .meta({ id: "PricedSelection" }),
  http: { method: "POST", path: "/storefront/price" },
  example: {
    input: { planId: examplePlan.id, currency: "EUR", cycle: "1m", hostName: "example.com" },
    output: {
      label: `${exampleProduct.name.en} – ${examplePlan.name.en}`,
      lines: [
        {
          kind: "PLAN",
          description: `${exampleProduct.name.en} – ${examplePlan.name.en}`,
          quantity: 1,
          unit: examplePrice.amount,
          setup: examplePrice.setup,
          recurs: true,
        },
      ],
      due: examplePrice.amount,
      recurring: examplePrice.amount,
    },
  },
  refusals: ["catalog.record_not_found", "catalog.not_offered"],
  async run(context, { currency, language, ...given }) {
    const { fields, ...rest } = given;
    // Null takes an answer away elsewhere; here there is none to take.
    const answered = Object.entries(fields).flatMap(([key, value]) =>
      value === null ? [] : [[key, value] as const],
    );
    const [offer] = await loadOffers(context, { planIds: [given.planId], currency, includeHidden: true });
    if (offer === undefined) throw new CatalogRecordNotFound();

    const priced = priceSelection(offer, { ...rest, fields: Object.fromEntries(answered) }, language);
    if ("problems" in priced) throw new NotOffered(priced.problems);
    const { label, lines } = priced.item;
    const { due, recurring } = totalsOf(priced.item);
    return { label, lines: [...lines], due, recurring };
  },
});
