import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const subject = z.object({ tenantId: idSchema });

export const tenantCreated = event("tenants/tenant.created", subject, (p) => p.tenantId);
export const tenantUpdated = event("tenants/tenant.updated", subject, (p) => p.tenantId);

const host = z.object({ host: z.string() });

export const hostAdded = event("tenants/host.added", host, (p) => p.host);
export const hostCheckRequested = event("tenants/host.check_requested", host, (p) => p.host);
export const hostProved = event("tenants/host.proved", host, (p) => p.host);
export const hostRemoved = event("tenants/host.removed", host, (p) => p.host);
export const brandUpdated = event("tenants/brand.updated", subject, (p) => p.tenantId);
