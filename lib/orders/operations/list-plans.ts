import "server-only";
import { z } from "zod";
import { loadOffers } from "@/lib/catalog/offers";
import { findClient } from "@/lib/clients/queries";
import { idSchema } from "@/lib/core/ids";
import { moneySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { inLanguage, languageSchema } from "@/lib/core/text";
import { exampleOrder, exampleSelection } from "@/lib/orders/examples";

const eur = (minor: number) => ({ minor, currency: "EUR" as const });

export const listPlans = query({
  name: "orders.order.listPlans",
  summary: "List what a client can be sold",
  description: "In the client's currency, hidden plans too.",
  audience: ["staff"],
  input: z.strictObject({ clientId: idSchema, language: languageSchema.default("en") }),
  output: z.object({
    items: z.array(
      z.object({
        planId: idSchema,
        label: z.string(),
        asksHostName: z.boolean(),
        prices: z.array(z.object({ cycle: z.string(), amount: moneySchema, setup: moneySchema })),
      }),
    ),
  }),
  http: { method: "GET", path: "/clients/{clientId}/plans" },
  example: {
    input: { clientId: exampleOrder.clientId },
    output: {
      items: [
        {
          planId: exampleSelection.planId,
          label: "Web hosting – Business",
          asksHostName: true,
          prices: [{ cycle: "1m", amount: eur(1000), setup: eur(0) }],
        },
      ],
    },
  },
  refusals: ["clients.client_not_found"],
  async run(context, { clientId, language }) {
    const { currency } = await findClient(context, clientId);
    const offers = await loadOffers(context, { currency, includeHidden: true });
    const items = offers
      .filter(({ prices }) => prices.length > 0)
      .map((offer) => ({
        planId: offer.plan.id,
        label: `${inLanguage(offer.product.name, language, offer.language)} – ${inLanguage(offer.plan.name, language, offer.language)}`,
        asksHostName: offer.product.asksHostName,
        prices: offer.prices.map(({ cycle, amount, setup }) => ({ cycle, amount, setup })),
      }));
    return { items };
  },
});
