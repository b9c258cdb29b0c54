import "server-only";
import { z } from "zod";
import { productCreated } from "@/lib/catalog/events";
import { exampleProduct } from "@/lib/catalog/examples";
import { lastPlace, written } from "@/lib/catalog/records";
import { ProductView, productDetails } from "@/lib/catalog/schema";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createProduct = operation({
  name: "catalog.product.create",
  summary: "Add a product",
  description: "It begins as a draft, seen by staff only.",
  audience: ["staff"],
  input: z.strictObject(productDetails),
  output: ProductView,
  http: { method: "POST", path: "/products", status: 201 },
  example: {
    input: { productGroupId: exampleProduct.groupId, slug: "shared-hosting", name: { en: "Shared hosting" } },
    output: { ...exampleProduct, status: "DRAFT" },
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken"],
  async run(context, { productGroupId: groupId, ...details }) {
    const { db, tenantId, now, audit, emit } = context;
    const position = await lastPlace(context, "product", groupId);
    const data = { id: newId(), tenantId, groupId, ...details, position, createdAt: now, updatedAt: now };
    const product = await written<z.output<typeof ProductView>>(db.product.create({ data }), "slug");
    audit(null, product);
    emit(productCreated({ productId: product.id }));
    return product;
  },
});
