import "server-only";
import { z } from "zod";
import { productGroupCreated } from "@/lib/catalog/events";
import { exampleProductGroup } from "@/lib/catalog/examples";
import { lastPlace, written } from "@/lib/catalog/records";
import { ProductGroupView, productGroupDetails } from "@/lib/catalog/schema";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createProductGroup = operation({
  name: "catalog.group.create",
  summary: "Add a group of products",
  audience: ["staff"],
  input: z.strictObject(productGroupDetails),
  output: ProductGroupView,
  http: { method: "POST", path: "/product-groups", status: 201 },
  example: { input: { slug: "web-hosting", name: { en: "Web hosting" } }, output: exampleProductGroup },
  refusals: ["catalog.name_taken"],
  async run(context, details) {
    const { db, tenantId, now, audit, emit } = context;
    const position = await lastPlace(context, "group");
    const data = { id: newId(), tenantId, ...details, position, createdAt: now, updatedAt: now };
    const group = await written<z.output<typeof ProductGroupView>>(db.productGroup.create({ data }), "slug");
    audit(null, group);
    emit(productGroupCreated({ productGroupId: group.id }));
    return group;
  },
});
