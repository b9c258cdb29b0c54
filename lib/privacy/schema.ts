import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

export const subjectKinds = ["user", "client", "contact"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const subjectFields = {
  subjectKind: z.enum(subjectKinds),
  subjectId: idSchema,
};

export const exportStatuses = ["requested", "ready", "failed", "expired"] as const;

export const ExportView = z
  .object({
    id: idSchema,
    ...subjectFields,
    subjectName: z.string(),
    status: z.enum(exportStatuses),
    createdAt: instantSchema,
    readyAt: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
  })
  .meta({ id: "DataExport" });

export const requestStatuses = ["open", "done", "declined"] as const;

export const ErasureRequestView = z
  .object({
    id: idSchema,
    ...subjectFields,
    subjectName: z.string(),
    requestedByName: z.string(),
    reason: z.string().nullable(),
    status: z.enum(requestStatuses),
    answer: z.string().nullable(),
    version: z.number().int(),
    createdAt: instantSchema,
    decidedAt: instantSchema.nullable(),
  })
  .meta({ id: "ErasureRequest" });

export const ErasurePreview = z
  .object({
    name: z.string().meta({ description: "What has to be typed to confirm." }),
    parts: z.array(
      z.object({
        table: z.string(),
        rows: z.number().int(),
        fate: z.enum(["deleted", "anonymised", "kept"]),
      }),
    ),
    refusedBy: z.string().nullable().meta({ description: "Code of the refusal that an erasure would meet." }),
  })
  .meta({ id: "ErasurePreview" });

export const consentSources = ["registration", "portal", "staff", "unsubscribe"] as const;

export const ConsentView = z
  .object({
    id: idSchema,
    email: z.string(),
    isGiven: z.boolean(),
    source: z.enum(consentSources),
    wording: z.string(),
    address: z.string().nullable(),
    at: instantSchema,
  })
  .meta({ id: "MarketingConsent" });

export const wordingSchema = lineSchema(1_000);
