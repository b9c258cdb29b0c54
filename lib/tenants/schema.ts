import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money/schema";
import { countrySchema, languageSchema, lineSchema } from "@/lib/core/text";
import { instantSchema, timeZoneSchema } from "@/lib/core/time/schema";

export const tenantStatuses = ["ACTIVE", "SUSPENDED"] as const;

/** The legal identity of the company and the defaults of what it writes. */
export const TenantView = z
  .object({
    id: idSchema,
    name: z.string().meta({ description: "The name that clients know." }),
    legalName: z.string().nullable(),
    country: z.string(),
    currency: z.string().meta({ description: "Of the books; decided at set-up." }),
    language: languageSchema,
    timeZone: z.string().meta({ description: "Where the company's calendar days begin and end." }),
    taxNumber: z.string().nullable(),
    status: z.enum(tenantStatuses),
    version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Tenant" });

/** What anybody may see who opens the site. */
export const BrandView = z
  .object({ name: z.string(), language: languageSchema, timeZone: z.string() })
  .meta({ id: "Brand" });

export const companyFields = {
  name: lineSchema(80),
  legalName: lineSchema(160).nullable().default(null),
  country: countrySchema,
  currency: currencySchema,
  language: languageSchema,
  timeZone: timeZoneSchema,
  taxNumber: lineSchema(40).nullable().default(null),
};

export const UpdateTenantInput = z.strictObject({
  version: z.number().int().min(1),
  name: lineSchema(80).optional(),
  legalName: lineSchema(160).nullable().optional(),
  country: countrySchema.optional(),
  language: languageSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  taxNumber: lineSchema(40).nullable().optional(),
});
