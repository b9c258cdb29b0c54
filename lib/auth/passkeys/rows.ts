import "server-only";
import { PasskeyNotFound } from "@/lib/auth/errors";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

export type PasskeyRow = {
  id: string;
  name: string;
  host: string;
  isBackedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
};

export const passkeyColumns = sql`id, name, relying_party as host, is_backed_up as "isBackedUp",
  created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** Locks one of the person's own passkeys. Throws PasskeyNotFound for others'. */
export async function lockOwnPasskey(
  { query, tenantId }: CommandContext,
  { passkeyId, userId }: { passkeyId: string; userId: string },
): Promise<PasskeyRow> {
  const [row] = await query<PasskeyRow>(sql`
    select ${passkeyColumns} from passkeys
    where tenant_id = ${tenantId}::uuid and id = ${passkeyId}::uuid and user_id = ${userId}::uuid
    for no key update`);
  if (row === undefined) throw new PasskeyNotFound();
  return row;
}

/** Ids and transports of a person's passkeys at one site, as browsers want them. */
export async function credentialsOf(
  { query, tenantId }: CommandContext,
  { userId, host }: { userId: string; host: string },
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await query<{ credential_id: Buffer; transports: string[] }>(sql`
    select credential_id, transports from passkeys
    where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and relying_party = ${host}`);
  return rows.map(({ credential_id, transports }) => ({
    id: credential_id.toString("base64url"),
    transports,
  }));
}
