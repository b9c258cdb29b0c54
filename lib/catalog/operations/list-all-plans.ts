import "server-only";
import { z } from "zod";
import { examplePlan, exampleProduct } from "@/lib/catalog/examples";
import { soldCurrencies } from "@/lib/catalog/offers";
import { catalogStatuses } from "@/lib/catalog/rules/offer";
import { textsView } from "@/lib/catalog/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";

const ListedPlan = z
  .object({
    id: idSchema,
    status: z.enum(catalogStatuses),
    name: textsView,
    productId: idSchema,
    productName: textsView,
    productStatus: z.enum(catalogStatuses),
  })
  .meta({ id: "ListedPlan" });

export const listAllPlans = query({
  name: "catalog.plan.list",
  summary: "List the plans of all products",
  description: "In the order of the storefront, whatever state they are in, at most 2,000.",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z
    .object({
      items: z.array(ListedPlan),
      currencies: z.array(currencySchema).meta({ description: "In which something can be bought." }),
    })
    .meta({ id: "ListedPlans" }),
  http: { method: "GET", path: "/plans" },
  example: {
    input: {},
    output: {
      items: [
        {
          id: examplePlan.id,
          status: "ACTIVE",
          name: examplePlan.name,
          productId: exampleProduct.id,
          productName: exampleProduct.name,
          productStatus: "ACTIVE",
        },
      ],
      currencies: ["EUR"],
    },
  },
  async run(context) {
    const { query, tenantId } = context;
    const items = await query<z.output<typeof ListedPlan>>(sql`
      select p.id, p.status, p.name, r.id as "productId", r.name as "productName", r.status as "productStatus"
      from plans p
      join products r on r.tenant_id = p.tenant_id and r.id = p.product_id
      join product_groups g on g.tenant_id = r.tenant_id and g.id = r.group_id
      where p.tenant_id = ${tenantId}::uuid
      order by g.position, g.id, r.position, r.id, p.position, p.id limit 2000`);
    return { items, currencies: await soldCurrencies(context) };
  },
});
