import "server-only";
import { z } from "zod";
import { optionCreated } from "@/lib/catalog/events";
import { exampleOption } from "@/lib/catalog/examples";
import { checkOption, writeChoices } from "@/lib/catalog/option-choices";
import { lastPlace, written } from "@/lib/catalog/records";
import { optionKinds } from "@/lib/catalog/rules/offer";
import { keySchema, optionDetails, ProductOptionView } from "@/lib/catalog/schema";
import { idSchema, newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createOption = operation({
  name: "catalog.option.create",
  summary: "Let buyers configure something",
  description:
    "A quantity and a yes/no have one choice, made by itself: its price is that of one unit, or of yes.",
  audience: ["staff"],
  input: z.strictObject({ productId: idSchema, key: keySchema, kind: z.enum(optionKinds), ...optionDetails }),
  output: ProductOptionView,
  http: { method: "POST", path: "/products/{productId}/options", status: 201 },
  example: {
    input: {
      productId: exampleOption.productId,
      key: "location",
      kind: "CHOICE",
      name: { en: "Location" },
      choices: [{ key: "fra", name: { en: "Frankfurt" }, isDefault: true }],
    },
    output: exampleOption,
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken"],
  async run(context, { productId, choices, ...details }) {
    const { db, tenantId, now, audit, emit } = context;
    checkOption({ ...details, choices });
    const position = await lastPlace(context, "option", productId);
    const data = { id: newId(), tenantId, productId, ...details, position, createdAt: now, updatedAt: now };
    const option = await written<Omit<z.output<typeof ProductOptionView>, "choices">>(
      db.productOption.create({ data }),
      "key",
    );
    const whole = { ...option, choices: await writeChoices(context, option, choices) };
    audit(null, whole);
    emit(optionCreated({ productId, optionId: option.id }));
    return whole;
  },
});
