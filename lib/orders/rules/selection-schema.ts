import { z } from "zod";
import { isCycleCode } from "@/lib/catalog/rules/cycle";
import { idSchema } from "@/lib/core/ids";
import { lineSchema } from "@/lib/core/text";

export const cycleSchema = z
  .string()
  .max(8)
  .refine(isCycleCode, "must be a billing cycle such as once, 1m, 3m or 1y")
  .meta({ description: "How often it is billed: once, 1m, 3m, 6m, 1y, 10d.", examples: ["1m"] });

/** What a buyer chose of a plan. What is left out takes its default. Whether it is offered so is decided by the catalogue. */
export const selectionFields = {
  planId: idSchema,
  cycle: cycleSchema,
  quantity: z.number().int().min(1).max(1_000).default(1),
  choices: z
    .record(idSchema, z.union([z.string().max(60), z.number().int(), z.boolean()]))
    .default({})
    .meta({ description: "By id of the option: id of the choice, a number, or yes and no." }),
  addonIds: z
    .array(z.union([z.literal(""), idSchema]))
    .max(50)
    .default([])
    .transform((ids) => ids.filter((id) => id !== "")),
  fields: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
      z.union([z.string().max(20_000), z.number(), z.boolean()]),
    )
    .default({})
    .meta({ description: "Answers to the product's questions, by key." }),
  hostName: lineSchema(253, 0).nullable().default(null),
};
