import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { countSchema, lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";
import {
  BrandSettingsView,
  hostSchema,
  SetLogoInput,
  tenantStatuses,
  UpdateBrandInput,
} from "@/lib/tenants/schema";

export const companyStatuses = tenantStatuses;

/** A company as the platform knows it: who it is and how large, nothing of what it holds. */
export const CompanyView = z
  .object({
    id: idSchema,
    name: z.string(),
    legalName: z.string().nullable(),
    country: z.string(),
    currency: z.string(),
    language: z.string(),
    timeZone: z.string(),
    taxNumber: z.string().nullable(),
    registrationNumber: z.string().nullable(),
    email: z.string().nullable().meta({ description: "Where its clients write to." }),
    accent: z.string().nullable(),
    status: z.enum(companyStatuses),
    suspendedReason: z.string().nullable(),
    hosts: z.array(z.string()).meta({ description: "The one that links name first." }),
    clientCount: countSchema,
    staffCount: countSchema,
    personCount: countSchema.meta({ description: "People who act for clients." }),
    fileBytes: countSchema,
    lastSeenAt: instantSchema.nullable().meta({ description: "When anybody of it was last here." }),
    createdAt: instantSchema,
  })
  .meta({ id: "Company" });

export const CompanyReference = z.strictObject({ companyId: idSchema });
export const SuspendCompanyInput = z.strictObject({ companyId: idSchema, reason: lineSchema(200) });

/** For whom a link is, as the platform notes it. */
const noteSchema = lineSchema(120).nullable().default(null);

export const InviteCompanyInput = z.strictObject({ host: hostSchema, note: noteSchema });
export const CompanyLinkReference = z.strictObject({ linkId: idSchema });

export const CompanyLinkView = z
  .object({
    id: idSchema,
    host: z.string().meta({ description: "The host that the company will answer on." }),
    note: z.string().nullable(),
    createdBy: z.string(),
    createdAt: instantSchema,
    expiresAt: instantSchema,
  })
  .meta({ id: "CompanyLink" });

export const NewCompanyLinkView = z
  .object({
    link: CompanyLinkView,
    url: z.string().meta({ description: "The link itself. Shown this once." }),
  })
  .meta({ id: "NewCompanyLink" });

export const CompanyBrandView = BrandSettingsView.extend({ name: z.string() }).meta({ id: "CompanyBrand" });

export const UpdateCompanyBrandInput = UpdateBrandInput.extend({
  companyId: idSchema,
  name: lineSchema(80).optional().meta({ description: "The name that its clients know." }),
});

export const SetCompanyLogoInput = SetLogoInput.extend({ companyId: idSchema });

/** Why a table stays behind: it holds credentials, what passes within hours, or what is made from the rest. */
export const exportReasons = ["credential", "passing", "derived"] as const;

export const ExportManifestView = z
  .object({
    company: CompanyView.pick({ id: true, name: true, legalName: true, hosts: true }),
    takenAt: instantSchema,
    tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
    leftOut: z.array(z.object({ name: z.string(), reason: z.enum(exportReasons) })),
  })
  .meta({ id: "ExportManifest" });
