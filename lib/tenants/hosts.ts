import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { HostNotFound } from "@/lib/tenants/errors";
import { hostProof } from "@/lib/tenants/host-proof";
import { proofName } from "@/lib/tenants/rules/host";
import type { hostProblems } from "@/lib/tenants/schema";

export type HostRow = {
  host: string;
  isPrimary: boolean;
  verifiedAt: Date | null;
  lastCheckedAt: Date | null;
  lastProblem: (typeof hostProblems)[number] | null;
  createdAt: Date;
};

export const hostColumns = sql`host, is_primary as "isPrimary", verified_at as "verifiedAt",
  last_checked_at as "lastCheckedAt", last_problem as "lastProblem", created_at as "createdAt"`;

/** Locks one of the company's own hosts. Throws HostNotFound. */
export async function lockHost({ query, tenantId }: CommandContext, host: string): Promise<HostRow> {
  const [row] = await query<HostRow>(sql`
    select ${hostColumns} from tenant_domains where tenant_id = ${tenantId}::uuid and host = ${host} for update`);
  if (row === undefined) throw new HostNotFound();
  return row;
}

export function toHostView({ tenantId }: Pick<QueryContext, "tenantId">, row: HostRow) {
  return {
    ...row,
    record: { type: "TXT" as const, name: proofName(row.host), value: hostProof(tenantId, row.host) },
  };
}

/** As the audit log keeps it: a host has no id but its name. */
export function auditedHost({ host, isPrimary, verifiedAt, lastProblem }: HostRow) {
  return { id: host, isPrimary, verifiedAt, lastProblem };
}
