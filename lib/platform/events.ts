import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const company = z.object({ companyId: idSchema });
const link = z.object({ linkId: idSchema, host: z.string() });

export const companyLinkIssued = event("platform/company_link.issued", link, (p) => p.linkId);
export const companyLinkRevoked = event("platform/company_link.revoked", link, (p) => p.linkId);
export const companySuspended = event("platform/company.suspended", company, (p) => p.companyId);
export const companyResumed = event("platform/company.resumed", company, (p) => p.companyId);
export const companyBrandChanged = event("platform/company.brand_changed", company, (p) => p.companyId);
export const companyExported = event("platform/company.exported", company, (p) => p.companyId);
