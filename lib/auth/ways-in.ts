import "server-only";
import { LastWayIn } from "@/lib/auth/errors";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type WaysIn = { hasPassword: boolean; passkeys: number; identities: number };

/** By what a person can sign in. Providers count while they are enabled. */
export async function waysIn({ query, tenantId }: QueryContext, userId: string): Promise<WaysIn> {
  const [row] = await query<WaysIn>(sql`
    select credential_hash(${userId}::uuid) is not null as "hasPassword",
      (select count(*)::int from passkeys where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid) as passkeys,
      (select count(*)::int from linked_identities l
        join identity_providers p on p.tenant_id = l.tenant_id and p.id = l.provider_id and p.is_enabled
        where l.tenant_id = ${tenantId}::uuid and l.user_id = ${userId}::uuid) as identities`);
  return row ?? { hasPassword: false, passkeys: 0, identities: 0 };
}

/** After something was taken away, within an operation. Throws LastWayIn when nothing is left to sign in by. */
export async function assertWayInLeft(context: CommandContext, userId: string): Promise<void> {
  const { hasPassword, passkeys, identities } = await waysIn(context, userId);
  if (!hasPassword && passkeys === 0 && identities === 0) throw new LastWayIn();
}
