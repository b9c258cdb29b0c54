import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { hostProved } from "@/lib/tenants/events";
import { auditedHost, type HostRow, hostColumns } from "@/lib/tenants/hosts";

/**
 * Gives the company a host without a proof in the name system: who runs the installation says that it is the company's. The first one
 * is the one that links name. False when somebody has it already.
 */
export async function claimHost(context: CommandContext, host: string): Promise<boolean> {
  const { query, tenantId, now, audit, emit } = context;
  const [row] = await query<HostRow>(sql`
    insert into tenant_domains (host, tenant_id, is_primary, verified_at, created_at)
    select ${host}, ${tenantId}::uuid,
      not exists (select 1 from tenant_domains where tenant_id = ${tenantId}::uuid and is_primary), ${now}, ${now}
    on conflict do nothing returning ${hostColumns}`);
  if (row === undefined) return false;

  audit(null, auditedHost(row), "host");
  emit(hostProved({ host }));
  return true;
}
