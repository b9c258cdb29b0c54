import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const subject = z.object({ tenantId: idSchema });

export const tenantCreated = event("tenants/tenant.created", subject, (p) => p.tenantId);
export const tenantUpdated = event("tenants/tenant.updated", subject, (p) => p.tenantId);
