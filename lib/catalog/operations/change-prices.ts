import "server-only";
import { z } from "zod";
import { CatalogRecordNotFound } from "@/lib/catalog/errors";
import { pricesChanged } from "@/lib/catalog/events";
import { examplePlan, examplePrice } from "@/lib/catalog/examples";
import { changePrice, lockOwner, pricesOfOwners } from "@/lib/catalog/prices";
import { OwnedPriceView, PriceChange } from "@/lib/catalog/schema";
import { idSchema } from "@/lib/core/ids";
import { moneyJson } from "@/lib/core/money/json";
import { operation } from "@/lib/core/operation/operation";

export const changePrices = operation({
  name: "catalog.price.change",
  summary: "Change prices of a plan, a choice or an add-on",
  description:
    "A price is never altered: it is closed, and another takes its place. Subscriptions keep the price that they were sold at. Refused as a whole when any of the prices is not the one that was seen.",
  audience: ["staff"],
  input: z
    .strictObject({
      planId: idSchema.optional(),
      choiceId: idSchema.optional(),
      addonId: idSchema.optional(),
      changes: z
        .array(PriceChange)
        .min(1)
        .max(200)
        .refine(
          (changes) =>
            new Set(changes.map(({ currency, cycle }) => `${currency} ${cycle}`)).size === changes.length,
          "must name each currency and cycle once",
        ),
    })
    .refine(
      ({ planId, choiceId, addonId }) => [planId, choiceId, addonId].filter(Boolean).length === 1,
      "must name one of planId, choiceId, addonId",
    ),
  output: z.object({ items: z.array(OwnedPriceView) }).meta({ id: "Prices" }),
  http: { method: "POST", path: "/prices" },
  example: {
    input: { planId: examplePlan.id, changes: [{ currency: "EUR", cycle: "1m", amountMinor: 499 }] },
    output: { items: [examplePrice] },
  },
  refusals: ["catalog.record_not_found", "catalog.prices_changed"],
  async run(context, { planId, choiceId, addonId, changes }) {
    const owner = { planId, choiceId, addonId };
    const id = planId ?? choiceId ?? addonId;
    if (id === undefined) throw new CatalogRecordNotFound();
    await lockOwner(context, owner);

    const before = await pricesOfOwners(context, [id]);
    for (const change of changes) await changePrice(context, { owner, before, change });
    const items = await pricesOfOwners(context, [id]);
    context.audit({ id, prices: before.map(shown) }, { id, prices: items.map(shown) });
    context.emit(pricesChanged({ ownerId: id }));
    return { items };
  },
});

/** As the audit log keeps it: JSON has no bigint. */
function shown({ cycle, amount, setup }: z.output<typeof OwnedPriceView>) {
  return {
    cycle,
    currency: amount.currency,
    amountMinor: moneyJson(amount).minor,
    setupMinor: moneyJson(setup).minor,
  };
}
