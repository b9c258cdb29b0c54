import "server-only";
import type { EndedAccess } from "@/lib/auth/end-access";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { covers } from "@/lib/core/operation/permissions";

/** Revokes the keys of a person that say more than their new role allows. */
export async function revokeKeys(
  { query, execute, tenantId, now }: CommandContext,
  { userId, allowed }: { userId: string; allowed: readonly string[] },
): Promise<void> {
  const keys = await query<{ id: string; scopes: string[] }>(sql`
    select id, scopes from api_keys
    where tenant_id = ${tenantId}::uuid and created_by_id = ${userId}::uuid and revoked_at is null`);
  const lost = keys
    .filter(({ scopes }) => !scopes.every((scope) => allowed.some((own) => covers(own, scope))))
    .map(({ id }) => id);
  if (lost.length === 0) return;

  await execute(sql`
    update api_keys set revoked_at = ${now}, updated_at = ${now}, version = version + 1
    where tenant_id = ${tenantId}::uuid and id = any(${lost}::uuid[]) and revoked_at is null`);
}

/** Ends what a person does for one client: the sessions that act for it, or for whichever client comes first, and the keys for it. */
export async function endClientAccess(
  { execute, query, tenantId, now }: CommandContext,
  { userId, clientId, reason }: EndedAccess & { clientId: string },
): Promise<void> {
  await execute(sql`
    update sessions set revoked_at = ${now}, revoked_reason = ${reason}
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and revoked_at is null
      and (client_id is null or client_id = ${clientId}::uuid)`);
  await query(sql`select revoke_client_keys(${userId}::uuid, ${clientId}::uuid, ${now})`);
}
