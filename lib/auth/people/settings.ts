import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";

/** Whether clients' people can read when staff acted as them. They can, unless the company says otherwise. */
export async function isImpersonationShown({
  query,
  tenantId,
}: Pick<QueryContext, "query" | "tenantId">): Promise<boolean> {
  const [setting] = await query<{ value: unknown }>(sql`
    select value from settings where tenant_id = ${tenantId}::uuid and key = 'auth.impersonation.isShown'`);
  return setting?.value !== false;
}
