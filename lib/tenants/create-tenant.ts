import "server-only";
import type { z } from "zod";
import type { CommandContext } from "@/lib/core/operation/operation";
import { tenantCreated } from "@/lib/tenants/events";
import type { TenantRow } from "@/lib/tenants/queries";
import type { companyFields } from "@/lib/tenants/schema";

export type NewTenant = z.output<z.ZodObject<typeof companyFields>>;

/** Brings the company (or the platform) into being under the id that the transaction runs for, audited and announced, within an operation. */
export async function createTenant(
  context: CommandContext,
  company: NewTenant,
  kind: "COMPANY" | "PLATFORM" = "COMPANY",
): Promise<TenantRow> {
  const { db, now, tenantId } = context;
  const data = { ...company, kind, id: tenantId, createdAt: now, updatedAt: now };
  const tenant = (await db.tenant.create({ data })) as TenantRow;

  context.audit(null, tenant, "tenant");
  context.emit(tenantCreated({ tenantId }));
  return tenant;
}
