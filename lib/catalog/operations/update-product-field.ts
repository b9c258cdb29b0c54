import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/catalog/changes";
import { fieldUpdated } from "@/lib/catalog/events";
import { exampleProductField } from "@/lib/catalog/examples";
import { lockRecord, written } from "@/lib/catalog/records";
import { ProductFieldView, partStatuses, productFieldDetails, versionSchema } from "@/lib/catalog/schema";
import { withoutUndefined } from "@/lib/core/db/patch";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const updateProductField = operation({
  name: "catalog.field.update",
  summary: "Change or retire a question to buyers",
  description: "Key and kind stay: answers were given under them.",
  audience: ["staff"],
  input: z.strictObject({
    productFieldId: idSchema,
    version: versionSchema,
    status: z.enum(partStatuses).optional(),
    ...changesOf(productFieldDetails),
  }),
  output: ProductFieldView,
  http: { method: "PATCH", path: "/product-fields/{productFieldId}" },
  example: {
    input: { productFieldId: exampleProductField.id, version: 1, isRequired: false },
    output: { ...exampleProductField, isRequired: false, version: 2 },
  },
  refusals: ["catalog.record_not_found", "core.stale_version"],
  async run(context, { productFieldId: id, version, ...changes }) {
    const { db, now, audit, emit } = context;
    await lockRecord(context, "field", { id, version });
    const before = await db.productField.findUniqueOrThrow({ where: { id } });
    const data = { ...withoutUndefined(changes), version: version + 1, updatedAt: now };
    const after = await written<z.output<typeof ProductFieldView>>(
      db.productField.update({ where: { id }, data }),
      "key",
    );
    audit(before, after);
    emit(fieldUpdated({ productId: before.productId, productFieldId: id }));
    return after;
  },
});
