import "server-only";
import { z } from "zod";
import { examplePlan, examplePrice } from "@/lib/catalog/examples";
import { priceHistory } from "@/lib/catalog/prices";
import { OwnedPriceView } from "@/lib/catalog/schema";
import { idSchema } from "@/lib/core/ids";
import { query } from "@/lib/core/operation/operation";

export const listPrices = query({
  name: "catalog.price.list",
  summary: "List all prices that a plan ever had",
  description: "The newest first, at most 500.",
  audience: ["staff"],
  input: z.strictObject({ planId: idSchema }),
  output: z.object({ items: z.array(OwnedPriceView) }).meta({ id: "PriceHistory" }),
  http: { method: "GET", path: "/plans/{planId}/prices" },
  example: { input: { planId: examplePlan.id }, output: { items: [examplePrice] } },
  refusals: ["catalog.record_not_found"],
  run: async (context, { planId }) => ({ items: await priceHistory(context, planId) }),
});
