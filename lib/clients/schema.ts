import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money/schema";
import { countrySchema, countSchema, emailSchema, languageSchema, lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

export const clientKinds = ["PERSON", "COMPANY"] as const;
export const clientStatuses = ["ACTIVE", "ARCHIVED"] as const;

export const ClientView = z
  .object({
    id: idSchema,
    number: countSchema,
    kind: z.enum(clientKinds),
    name: z.string(),
    companyName: z.string().nullable(),
    email: z.string(),
    country: z.string(),
    currency: z.string(),
    language: z.string().nullable(),
    status: z.enum(clientStatuses),
    version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Client" });

const details = {
  kind: z.enum(clientKinds).default("PERSON"),
  name: lineSchema(120),
  companyName: lineSchema(160).nullable().default(null),
  email: emailSchema,
  country: countrySchema,
  currency: currencySchema,
  language: languageSchema.nullable().default(null),
};

export const CreateClientInput = z.strictObject(details);

export const UpdateClientInput = z.strictObject({
  clientId: idSchema,
  version: z.number().int().min(1),
  kind: z.enum(clientKinds).optional(),
  name: lineSchema(120).optional(),
  companyName: lineSchema(160).nullable().optional(),
  email: emailSchema.optional(),
  country: countrySchema.optional(),
  language: languageSchema.nullable().optional(),
});

export const ClientReference = z.strictObject({ clientId: idSchema });

export const ArchiveClientInput = z.strictObject({ clientId: idSchema, version: z.number().int().min(1) });
