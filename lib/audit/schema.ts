import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { countSchema, lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

export const actorKinds = ["user", "api_key", "visitor", "system"] as const;

/** By what entries are found. */
export const auditFilters = {
  actorId: idSchema.optional(),
  actor: lineSchema(100)
    .optional()
    .meta({ description: "A part of the name or address of a person, or of the name of a key." }),
  actorKind: z.enum(actorKinds).optional(),
  isImpersonated: z
    .boolean()
    .optional()
    .meta({ description: "Only what staff did as somebody else, or only the rest." }),
  operation: lineSchema(100)
    .optional()
    .meta({ description: "An operation, or the beginning of one that ends in a dot: `clients.`" }),
  recordType: lineSchema(60).optional(),
  recordId: lineSchema(60).optional(),
  from: instantSchema.optional().meta({ description: "Not before this instant." }),
  until: instantSchema.optional().meta({ description: "Before this instant." }),
};

/** What was done, by whom, from where, and what it changed. */
export const AuditEntryView = z
  .object({
    id: idSchema,
    sequence: countSchema.meta({ description: "Position in the tenant's chain, from 1, without gaps." }),
    at: instantSchema,
    operation: z.string(),
    actor: z.object({ kind: z.enum(actorKinds), id: idSchema.nullable(), name: z.string() }),
    by: z
      .object({ id: idSchema, name: z.string() })
      .nullable()
      .meta({ description: "The member of staff who acted as the actor." }),
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
