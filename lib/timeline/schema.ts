import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { instantSchema } from "@/lib/core/time/schema";
import { facts } from "@/lib/timeline/rules/facts";

/** What a sentence needs: texts, numbers, and money as `{ minor, currency }`. */
export const factDataSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.object({ minor: z.number(), currency: z.string() }),
  ]),
);
export type FactData = z.output<typeof factDataSchema>;

export const TimelineEntryView = z
  .object({
    id: idSchema,
    at: instantSchema,
    actor: z.object({ kind: z.string(), id: idSchema.nullable(), name: z.string() }),
    what: z.enum(facts),
    data: factDataSchema,
    isPublic: z.boolean(),
  })
  .meta({ id: "TimelineEntry" });
