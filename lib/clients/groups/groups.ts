import "server-only";
import { GroupNotFound } from "@/lib/clients/errors";
import type { groupTones } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext } from "@/lib/core/operation/operation";

export type GroupRow = {
  id: string;
  name: string;
  tone: (typeof groupTones)[number];
  clients: bigint;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const groupColumns = sql`id, name, tone, (
    select count(*) from clients c where c.tenant_id = client_groups.tenant_id and c.group_id = client_groups.id
  ) as clients, version, created_at as "createdAt", updated_at as "updatedAt"`;

/** Locks a group for a change by someone who has seen `version`. Throws GroupNotFound, StaleVersion. */
export async function lockGroup(
  { query, tenantId }: CommandContext,
  { groupId, version }: { groupId: string; version: number },
): Promise<GroupRow> {
  const [row] = await query<GroupRow>(sql`
    select ${groupColumns} from client_groups where tenant_id = ${tenantId}::uuid and id = ${groupId}::uuid for update`);
  if (row === undefined) throw new GroupNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}
