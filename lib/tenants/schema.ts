import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money/schema";
import { countrySchema, emailSchema, languageSchema, lineSchema } from "@/lib/core/text";
import { instantSchema, timeZoneSchema } from "@/lib/core/time/schema";
import { claimedHost } from "@/lib/tenants/rules/host";

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
    registrationNumber: z.string().nullable(),
    line1: z.string().nullable(),
    line2: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable(),
    postalCode: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable().meta({ description: "Where clients write to." }),
    status: z.enum(tenantStatuses),
    version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Tenant" });

/** A colour as `#rrggbb`. */
const colourSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, "must be a colour such as #3355cc")
  .meta({ examples: ["#3355cc"] });

/** An address on the web: https, or http for an installation of one's own network. */
const linkSchema = z
  .url({ protocol: /^https?$/, hostname: z.regexes.hostname })
  .max(300)
  .refine((text) => !/[\s\p{Cc}<>"'`]/u.test(text), "must be a plain address");

export const logoKinds = ["logo", "darkLogo", "icon"] as const;

/** Colour, logos and links: what pages, mails and documents of the company look like. */
const brandShape = {
  accent: z.string().nullable(),
  supportUrl: z.string().nullable(),
  termsUrl: z.string().nullable(),
  privacyUrl: z.string().nullable(),
  imprintUrl: z.string().nullable(),
};

const logoShape = {
  logoFileId: idSchema.nullable().meta({ description: "Served at `/brand/{id}`." }),
  darkLogoFileId: idSchema.nullable().meta({ description: "For the dark theme." }),
  iconFileId: idSchema.nullable().meta({ description: "The square sign, also of the browser's tab." }),
};

/** What anybody may see who opens the site. */
export const BrandView = z
  .object({ name: z.string(), language: languageSchema, timeZone: z.string(), ...brandShape, ...logoShape })
  .meta({ id: "Brand" });

export const BrandSettingsView = z
  .object({
    id: idSchema,
    ...brandShape,
    ...logoShape,
    version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
  })
  .meta({ id: "BrandSettings" });

export const UpdateBrandInput = z.strictObject({
  version: z.number().int().min(1),
  accent: colourSchema.nullable().optional(),
  supportUrl: linkSchema.nullable().optional(),
  termsUrl: linkSchema.nullable().optional(),
  privacyUrl: linkSchema.nullable().optional(),
  imprintUrl: linkSchema.nullable().optional(),
});

export const SetLogoInput = z.strictObject({
  version: z.number().int().min(1),
  kind: z.enum(logoKinds),
  content: z
    .base64()
    .max(190_000)
    .nullable()
    .meta({ description: "A PNG, JPEG or WebP image of at most 140 kB in base64; null takes it away." }),
});

export const hostProblems = ["no_record", "other_value", "unreachable", "taken"] as const;

/** A host name as a company claims it, brought to one form. */
export const hostSchema = z
  .string()
  .max(300)
  .transform((text, issues) => {
    const host = claimedHost(text);
    if (host !== undefined) return host;
    issues.addIssue({ code: "custom", message: "must be a host name such as panel.example.com" });
    return z.NEVER;
  })
  .meta({ examples: ["panel.example.com"] });

export const HostView = z
  .object({
    host: z.string(),
    isPrimary: z.boolean().meta({ description: "Whether links in mails and documents name it." }),
    verifiedAt: instantSchema.nullable().meta({ description: "Null: not proved yet, and not answered on." }),
    lastCheckedAt: instantSchema.nullable(),
    lastProblem: z.enum(hostProblems).nullable(),
    createdAt: instantSchema,
    record: z
      .object({ type: z.literal("TXT"), name: z.string(), value: z.string() })
      .meta({ description: "The record that proves the host." }),
  })
  .meta({ id: "Host" });

export const HostReference = z.strictObject({ host: hostSchema });

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
  registrationNumber: lineSchema(60).nullable().optional(),
  line1: lineSchema(120).nullable().optional(),
  line2: lineSchema(120).nullable().optional(),
  city: lineSchema(80).nullable().optional(),
  region: lineSchema(80).nullable().optional(),
  postalCode: lineSchema(20).nullable().optional(),
  phone: lineSchema(40).nullable().optional(),
  email: emailSchema.nullable().optional(),
});
