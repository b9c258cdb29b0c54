import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/catalog/changes";
import { optionUpdated } from "@/lib/catalog/events";
import { exampleOption } from "@/lib/catalog/examples";
import { checkOption, findChoices, writeChoices } from "@/lib/catalog/option-choices";
import { lockRecord, written } from "@/lib/catalog/records";
import { optionDetails, ProductOptionView, partStatuses, versionSchema } from "@/lib/catalog/schema";
import { withoutUndefined } from "@/lib/core/db/patch";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

type Option = Omit<z.output<typeof ProductOptionView>, "choices">;

export const updateOption = operation({
  name: "catalog.option.update",
  summary: "Change or retire what buyers can configure",
  description: "Key and kind stay. A choice that is left out of the list is retired: what was sold keeps it.",
  audience: ["staff"],
  input: z.strictObject({
    optionId: idSchema,
    version: versionSchema,
    status: z.enum(partStatuses).optional(),
    ...changesOf(optionDetails),
  }),
  output: ProductOptionView,
  http: { method: "PATCH", path: "/product-options/{optionId}" },
  example: {
    input: { optionId: exampleOption.id, version: 1, name: { en: "Place" } },
    output: { ...exampleOption, name: { en: "Place" }, version: 2 },
  },
  refusals: ["catalog.record_not_found", "core.stale_version"],
  async run(context, { optionId: id, version, choices, ...changes }) {
    const { db, now, audit, emit } = context;
    await lockRecord(context, "option", { id, version });
    const before = (await db.productOption.findUniqueOrThrow({ where: { id } })) as Option;
    const had = await findChoices(context, id);
    checkOption({ ...before, ...withoutUndefined(changes), choices });
    const data = { ...withoutUndefined(changes), version: version + 1, updatedAt: now };
    const after = await written<Option>(db.productOption.update({ where: { id }, data }), "key");
    const whole = { ...after, choices: choices ? await writeChoices(context, after, choices) : had };
    audit({ ...before, choices: had }, whole);
    emit(optionUpdated({ productId: before.productId, optionId: id }));
    return whole;
  },
});
