import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import type { ServiceRow } from "@/lib/provisioning/queries";

/**
 * The settings of a service with what its product and plan say by now, so that what was put right there counts; what the client chose
 * stays. Kept, and returned.
 */
export async function refreshSettings(
  { query, execute, tenantId }: CommandContext,
  service: ServiceRow,
): Promise<Record<string, unknown>> {
  const [found] = await query<{ settings: Record<string, unknown>; options: string[] }>(sql`
    select p.module_settings || n.module_settings as settings,
      array(select o.key from product_options o where o.tenant_id = p.tenant_id and o.product_id = p.id) as options
    from products p join plans n on n.tenant_id = p.tenant_id and n.id = ${service.planId}::uuid
    where p.tenant_id = ${tenantId}::uuid and p.id = ${service.productId}::uuid`);
  const chosen = new Set(found?.options);
  const current = Object.entries(found?.settings ?? {}).filter(([key]) => !chosen.has(key));
  const settings = { ...service.settings, ...Object.fromEntries(current) };
  await execute(sql`
    update services set settings = ${JSON.stringify(settings)}::jsonb
    where tenant_id = ${tenantId}::uuid and id = ${service.id}::uuid and version = ${service.version}`);
  return settings;
}
