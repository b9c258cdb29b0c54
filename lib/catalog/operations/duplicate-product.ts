import "server-only";
import { z } from "zod";
import { copyParts } from "@/lib/catalog/copy-parts";
import { CatalogRecordNotFound } from "@/lib/catalog/errors";
import { productCreated } from "@/lib/catalog/events";
import { exampleProduct } from "@/lib/catalog/examples";
import { lastPlace, written } from "@/lib/catalog/records";
import { ProductView, slugSchema } from "@/lib/catalog/schema";
import { idSchema, newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const duplicateProduct = operation({
  name: "catalog.product.duplicate",
  summary: "Copy a product with its plans, prices, options and questions",
  description: "The copy is a draft. What is retired is left behind; stock is copied as it stands.",
  audience: ["staff"],
  input: z.strictObject({ productId: idSchema, slug: slugSchema }),
  output: ProductView,
  http: { method: "POST", path: "/products/{productId}/duplicate", status: 201 },
  example: {
    input: { productId: exampleProduct.id, slug: "shared-hosting-2" },
    output: {
      ...exampleProduct,
      id: "01932f3a-7c00-7000-8000-000000000b0a",
      slug: "shared-hosting-2",
      status: "DRAFT",
    },
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken"],
  async run(context, { productId, slug }) {
    const { db, tenantId, now, audit, emit } = context;
    const source = await db.product.findFirst({ where: { id: productId, tenantId } });
    if (source === null) throw new CatalogRecordNotFound();

    const position = await lastPlace(context, "product", source.groupId);
    const row = source as unknown as z.output<typeof ProductView>;
    const fresh = {
      id: newId(),
      tenantId,
      slug,
      status: "DRAFT" as const,
      position,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const copy = await written<z.output<typeof ProductView>>(
      db.product.create({ data: { ...row, ...fresh } }),
      "slug",
    );
    await copyParts(context, { from: productId, to: copy.id });
    audit(null, copy);
    emit(productCreated({ productId: copy.id }));
    return copy;
  },
});
