import "server-only";
import { z } from "zod";
import { exampleProduct, exampleProductGroup } from "@/lib/catalog/examples";
import { catalogStatuses } from "@/lib/catalog/rules/offer";
import { ProductGroupView, ProductView } from "@/lib/catalog/schema";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";

const ListedProduct = ProductView.extend({
  plans: z.number().int().meta({ description: "How many it has, the retired ones not counted." }),
}).meta({ id: "ListedProduct" });

export const listProducts = query({
  name: "catalog.product.list",
  summary: "List groups and products",
  description: "In the order of the storefront, at most 1,000 products.",
  audience: ["staff"],
  input: z.strictObject({
    status: z.enum(catalogStatuses).optional(),
    search: lineSchema(80)
      .optional()
      .meta({ description: "Part of the name in any language, or of the address." }),
  }),
  output: z
    .object({ groups: z.array(ProductGroupView), products: z.array(ListedProduct) })
    .meta({ id: "ProductsInGroups" }),
  http: { method: "GET", path: "/products" },
  example: {
    input: {},
    output: { groups: [exampleProductGroup], products: [{ ...exampleProduct, plans: 3 }] },
  },
  async run({ db, query, tenantId }, { status, search }) {
    const groups = await db.productGroup.findMany({
      where: { tenantId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    });
    const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    const products = await query<z.output<typeof ListedProduct>>(sql`
      select r.id, r.group_id as "groupId", r.slug, r.kind, r.status, r.name, r.tagline, r.description, r.tax_class as "taxClass",
        r.module, r.module_settings as "moduleSettings", r.asks_host_name as "asksHostName", r.position, r.version,
        r.created_at as "createdAt", r.updated_at as "updatedAt",
        (select count(*)::int from plans p where p.tenant_id = r.tenant_id and p.product_id = r.id and p.status <> 'RETIRED') as plans
      from products r
      where r.tenant_id = ${tenantId}::uuid and (${status ?? null}::catalog_status is null or r.status = ${status ?? null}::catalog_status)
        and (${pattern}::text is null or r.slug ilike ${pattern} or exists (
          select 1 from jsonb_each_text(r.name) n where n.value ilike ${pattern}))
      order by r.position, r.id limit 1000`);
    return { groups: groups as z.output<typeof ProductGroupView>[], products };
  },
});
