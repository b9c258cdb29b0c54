import "server-only";
import { IdentityNotFound } from "@/lib/auth/errors";
import type { ProvedAccount } from "@/lib/auth/first-factor";
import type { ProviderRow } from "@/lib/auth/providers/rows";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";

export type IdentityRow = {
  id: string;
  provider: string;
  email: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** Connected accounts with their providers' names. */
export const identityRelation = sql`(
  select l.tenant_id, l.user_id, l.id, p.name as provider, l.email, l.created_at, l.last_used_at
  from linked_identities l join identity_providers p on p.tenant_id = l.tenant_id and p.id = l.provider_id) as identities`;

export const identityColumns = sql`id, provider, email, created_at as "createdAt", last_used_at as "lastUsedAt"`;

const accountColumns = sql`u.id, u.kind, u.name, u.language`;

/** Whom a provider may sign in: people in force, of the kinds that the provider is for. */
function admitted({ forStaff, forClients }: ProviderRow): Sql {
  return sql`u.status = 'ACTIVE' and case u.kind when 'STAFF' then ${forStaff}::boolean else ${forClients}::boolean end`;
}

/** The account that is connected with an account of the provider. Notes the use. */
export async function findLinked(
  { query, tenantId, now }: CommandContext,
  provider: ProviderRow,
  subject: string,
): Promise<ProvedAccount | undefined> {
  const [account] = await query<ProvedAccount>(sql`
    update linked_identities l set last_used_at = ${now} from users u
    where l.tenant_id = ${tenantId}::uuid and l.provider_id = ${provider.id}::uuid and l.subject = ${subject}
      and u.tenant_id = l.tenant_id and u.id = l.user_id and ${admitted(provider)}
    returning ${accountColumns}`);
  return account;
}

/** The account with the address that the provider has confirmed, where it was confirmed here too (S-27). */
export async function findVerifiedAccount(
  { query, tenantId }: CommandContext,
  provider: ProviderRow,
  { email, isEmailVerified }: { email: string | null; isEmailVerified: boolean },
): Promise<ProvedAccount | undefined> {
  if (email === null || !isEmailVerified) return undefined;
  const [account] = await query<ProvedAccount>(sql`
    select ${accountColumns} from users u
    where u.tenant_id = ${tenantId}::uuid and u.email = ${email.trim().toLowerCase()} and u.email_verified_at is not null
      and ${admitted(provider)}`);
  return account;
}

/** Locks one of the person's own. Throws IdentityNotFound for others'. */
export async function lockOwnIdentity(
  { query, tenantId }: CommandContext,
  { identityId, userId }: { identityId: string; userId: string },
): Promise<IdentityRow> {
  const locked = await query(sql`
    select id from linked_identities
    where tenant_id = ${tenantId}::uuid and id = ${identityId}::uuid and user_id = ${userId}::uuid for update`);
  const [row] = await query<IdentityRow>(sql`
    select ${identityColumns} from ${identityRelation}
    where tenant_id = ${tenantId}::uuid and id = ${identityId}::uuid and user_id = ${userId}::uuid`);
  if (locked.length === 0 || row === undefined) throw new IdentityNotFound();
  return row;
}
