import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/catalog/changes";
import { productGroupUpdated } from "@/lib/catalog/events";
import { exampleProductGroup } from "@/lib/catalog/examples";
import { lockRecord, written } from "@/lib/catalog/records";
import { ProductGroupView, productGroupDetails, versionSchema } from "@/lib/catalog/schema";
import { withoutUndefined } from "@/lib/core/db/patch";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const updateProductGroup = operation({
  name: "catalog.group.update",
  summary: "Change a group of products",
  audience: ["staff"],
  input: z.strictObject({
    productGroupId: idSchema,
    version: versionSchema,
    ...changesOf(productGroupDetails),
  }),
  output: ProductGroupView,
  http: { method: "PATCH", path: "/product-groups/{productGroupId}" },
  example: {
    input: { productGroupId: exampleProductGroup.id, version: 1, isHidden: true },
    output: { ...exampleProductGroup, isHidden: true, version: 2 },
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken", "core.stale_version"],
  async run(context, { productGroupId: id, version, ...changes }) {
    const { db, now, audit, emit } = context;
    await lockRecord(context, "group", { id, version });
    const before = await db.productGroup.findUniqueOrThrow({ where: { id } });
    const data = { ...withoutUndefined(changes), version: version + 1, updatedAt: now };
    const after = await written<z.output<typeof ProductGroupView>>(
      db.productGroup.update({ where: { id }, data }),
      "slug",
    );
    audit(before, after);
    emit(productGroupUpdated({ productGroupId: id }));
    return after;
  },
});
