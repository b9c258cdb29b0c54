import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/catalog/changes";
import { productUpdated } from "@/lib/catalog/events";
import { exampleProduct } from "@/lib/catalog/examples";
import { lastPlace, lockRecord, written } from "@/lib/catalog/records";
import { catalogStatuses } from "@/lib/catalog/rules/offer";
import { ProductView, productDetails, versionSchema } from "@/lib/catalog/schema";
import { withoutUndefined } from "@/lib/core/db/patch";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const updateProduct = operation({
  name: "catalog.product.update",
  summary: "Change, publish, hide or retire a product",
  description: "What was sold of a retired product goes on; it is only sold no more.",
  audience: ["staff"],
  input: z.strictObject({
    productId: idSchema,
    version: versionSchema,
    status: z.enum(catalogStatuses).optional(),
    ...changesOf(productDetails),
  }),
  output: ProductView,
  http: { method: "PATCH", path: "/products/{productId}" },
  example: {
    input: { productId: exampleProduct.id, version: 1, status: "HIDDEN" },
    output: { ...exampleProduct, status: "HIDDEN", version: 2 },
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken", "core.stale_version"],
  async run(context, { productId: id, version, productGroupId, ...changes }) {
    const { db, now, audit, emit } = context;
    await lockRecord(context, "product", { id, version });
    const before = await db.product.findUniqueOrThrow({ where: { id } });
    const isMoved = productGroupId !== undefined && productGroupId !== before.groupId;
    const data = {
      ...withoutUndefined(changes),
      ...(isMoved && {
        groupId: productGroupId,
        position: await lastPlace(context, "product", productGroupId),
      }),
      version: version + 1,
      updatedAt: now,
    };
    const after = await written<z.output<typeof ProductView>>(
      db.product.update({ where: { id }, data }),
      "slug",
    );
    audit(before, after);
    emit(productUpdated({ productId: id }));
    return after;
  },
});
