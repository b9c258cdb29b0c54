import "server-only";
import { LastClientOwner, MembershipNotFound, OwnAccount, PersonAbove } from "@/lib/auth/people/errors";
import { findRole } from "@/lib/auth/people/roles";
import { reaches } from "@/lib/auth/rules/grants";
import type { userStatuses } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type MembershipRow = {
  id: string;
  userId: string;
  clientId: string;
  clientName: string;
  name: string;
  email: string;
  role: string;
  roleName: string | null;
  status: (typeof userStatuses)[number];
  lastSignInAt: Date | null;
  version: number;
  createdAt: Date;
};

/** Who acts for which client. Policies leave a client's own people that client's rows only. */
export const membershipRelation = sql`(
  select m.*, u.name, u.email, u.status, u.last_sign_in_at, coalesce(c.company_name, c.name) as client_name, r.name as role_name
  from memberships m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
    join clients c on c.tenant_id = m.tenant_id and c.id = m.client_id
    left join custom_roles r on r.tenant_id = m.tenant_id and r.id::text = m.role) as members`;

export const membershipColumns = sql`id, user_id as "userId", client_id as "clientId", client_name as "clientName", name, email, role, role_name as "roleName",
  status, last_sign_in_at as "lastSignInAt", version, created_at as "createdAt"`;

export async function findMembership(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  membershipId: string,
): Promise<MembershipRow> {
  const [row] = await query<MembershipRow>(sql`
    select ${membershipColumns} from ${membershipRelation}
    where tenant_id = ${tenantId}::uuid and id = ${membershipId}::uuid`);
  if (row === undefined) throw new MembershipNotFound();
  return row;
}

/**
 * Locks a membership that the actor may change: not their own, and of nobody who may do more (S-21).
 * Throws MembershipNotFound, StaleVersion, OwnAccount, PersonAbove.
 */
export async function lockMembership(
  context: CommandContext,
  { membershipId, version }: { membershipId: string; version: number },
): Promise<MembershipRow> {
  await context.query(sql`
    select id from memberships where tenant_id = ${context.tenantId}::uuid and id = ${membershipId}::uuid for no key update`);
  const membership = await findMembership(context, membershipId);
  if (membership.version !== version) throw new StaleVersion();
  if (membership.userId === context.actor.id) throw new OwnAccount();

  const role = await findRole(context, membership.role);
  if (!reaches(context.actor.permissions, role?.permissions ?? [])) throw new PersonAbove();
  return membership;
}

/** A client keeps an owner; of two who leave at once, the second waits here and is refused. Throws LastClientOwner. */
export async function assertNotLastClientOwner(
  { query, tenantId }: CommandContext,
  { id, role, clientId }: MembershipRow,
): Promise<void> {
  if (role !== "client_owner") return;
  const owners = await query<{ id: string }>(sql`
    select id from memberships where tenant_id = ${tenantId}::uuid and client_id = ${clientId}::uuid and role = 'client_owner'
    order by id for no key update`);
  if (owners.every((owner) => owner.id === id)) throw new LastClientOwner();
}
