import "server-only";
import { z } from "zod";
import { fieldCreated } from "@/lib/catalog/events";
import { exampleProductField } from "@/lib/catalog/examples";
import { lastPlace, written } from "@/lib/catalog/records";
import { keySchema, ProductFieldView, productFieldDetails } from "@/lib/catalog/schema";
import { fieldKinds } from "@/lib/clients/rules/custom-fields";
import { InvalidInput } from "@/lib/core/errors";
import { idSchema, newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createProductField = operation({
  name: "catalog.field.create",
  summary: "Ask buyers of a product a question",
  audience: ["staff"],
  input: z.strictObject({
    productId: idSchema,
    key: keySchema,
    kind: z.enum(fieldKinds),
    ...productFieldDetails,
  }),
  output: ProductFieldView,
  http: { method: "POST", path: "/products/{productId}/fields", status: 201 },
  example: {
    input: {
      productId: exampleProductField.productId,
      key: "login",
      kind: "text",
      label: { en: "Wished login name" },
    },
    output: exampleProductField,
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken"],
  async run(context, { productId, ...details }) {
    const { db, tenantId, now, audit, emit } = context;
    if (details.kind === "choice" && details.choices.length === 0)
      throw new InvalidInput([{ path: "choices", code: "too_small", message: "must have at least 1 items" }]);
    const position = await lastPlace(context, "field", productId);
    const data = { id: newId(), tenantId, productId, ...details, position, createdAt: now, updatedAt: now };
    const field = await written<z.output<typeof ProductFieldView>>(db.productField.create({ data }), "key");
    audit(null, field);
    emit(fieldCreated({ productId, productFieldId: field.id }));
    return field;
  },
});
