import "server-only";
import { ask } from "@/lib/core/db/ask";
import { appPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/** Whether a company is suspended at this moment: never remembered, so that it holds from the next request on. */
export async function isSuspended(tenantId: string): Promise<boolean> {
  const [row] = await ask<{ isSo: boolean }>(
    appPool(),
    sql`select tenant_is_suspended(${tenantId}::uuid) as "isSo"`,
  );
  return row?.isSo === true;
}

/** Whether the company that answers on a host is. */
export async function isHostSuspended(host: string): Promise<boolean> {
  const tenantId = await tenantForHost(host);
  return tenantId !== undefined && isSuspended(tenantId);
}
