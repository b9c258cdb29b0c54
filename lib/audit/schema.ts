import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { countSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

export const actorKinds = ["user", "api_key", "visitor", "system"] as const;

/** What was done, by whom, from where, and what it changed. */
export const AuditEntryView = z
  .object({
    id: idSchema,
    sequence: countSchema.meta({ description: "Position in the tenant's chain, from 1, without gaps." }),
    at: instantSchema,
    operation: z.string(),
    actor: z.object({ kind: z.enum(actorKinds), id: idSchema.nullable(), name: z.string() }),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
    recordType: z.string().nullable(),
    recordId: z.string().nullable(),
    before: z
      .json()
      .nullable()
      .meta({ description: "The record before, secrets masked; null where it is new." }),
    after: z.json().nullable(),
  })
  .meta({ id: "AuditEntry" });

export const ChainView = z
  .object({
    isIntact: z.boolean(),
    entries: countSchema.meta({ description: "How many entries the chain has." }),
    firstBreak: countSchema.nullable().meta({
      description: "Sequence of the first entry that does not fit the one before; null when all do.",
    }),
    checkedAt: instantSchema,
  })
  .meta({ id: "AuditChain" });
