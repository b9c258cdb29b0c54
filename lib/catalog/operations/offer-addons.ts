import "server-only";
import { z } from "zod";
import { CatalogRecordNotFound } from "@/lib/catalog/errors";
import { productUpdated } from "@/lib/catalog/events";
import { exampleAddon, exampleProduct } from "@/lib/catalog/examples";
import { lockRecord } from "@/lib/catalog/records";
import { isReferenceViolation } from "@/lib/core/db/failures";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const offerAddons = operation({
  name: "catalog.product.offerAddons",
  summary: "Choose the add-ons that are sold with a product",
  description: "These, and no others.",
  audience: ["staff"],
  input: z.strictObject({
    productId: idSchema,
    addonIds: z
      .array(z.union([z.literal(""), idSchema]))
      .max(100)
      .transform((ids) => [...new Set(ids)].filter((id) => id !== ""))
      .meta({ description: "An empty entry stands for none." }),
  }),
  output: z.object({ productId: idSchema, addonIds: z.array(idSchema) }),
  http: { method: "PUT", path: "/products/{productId}/addons" },
  example: {
    input: { productId: exampleProduct.id, addonIds: [exampleAddon.id] },
    output: { productId: exampleProduct.id, addonIds: [exampleAddon.id] },
  },
  refusals: ["catalog.record_not_found"],
  async run(context, { productId, addonIds }) {
    const { query, execute, tenantId, audit, emit } = context;
    await lockRecord(context, "product", { id: productId });
    const rows = await query<{ addonId: string }>(sql`
      select addon_id as "addonId" from product_addons where tenant_id = ${tenantId}::uuid and product_id = ${productId}::uuid order by 1`);
    await execute(sql`
      delete from product_addons where tenant_id = ${tenantId}::uuid and product_id = ${productId}::uuid
        and addon_id <> all(${addonIds}::uuid[])`);
    await execute(sql`
      insert into product_addons (tenant_id, product_id, addon_id)
      select ${tenantId}::uuid, ${productId}::uuid, id from unnest(${addonIds}::uuid[]) id on conflict do nothing`).catch(
      (error: unknown) => {
        throw isReferenceViolation(error) ? new CatalogRecordNotFound() : error;
      },
    );
    audit(
      { id: productId, addonIds: rows.map(({ addonId }) => addonId) },
      { id: productId, addonIds: addonIds.toSorted() },
    );
    emit(productUpdated({ productId }));
    return { productId, addonIds };
  },
});
