import "server-only";
import { LastOwner, OwnAccount, PersonAbove, UserNotFound } from "@/lib/auth/people/errors";
import { findRole } from "@/lib/auth/people/roles";
import { reaches } from "@/lib/auth/rules/grants";
import type { userKinds, userStatuses } from "@/lib/auth/schema";
import { type Sql, sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import type { languages } from "@/lib/core/text";

export type PersonRow = {
  id: string;
  kind: (typeof userKinds)[number];
  role: string;
  roleName: string | null;
  email: string;
  name: string;
  language: (typeof languages)[number] | null;
  status: (typeof userStatuses)[number];
  statusReason: string | null;
  hasSecondFactor: boolean;
  lastSignInAt: Date | null;
  version: number;
  createdAt: Date;
};

/** Accounts with the name of their role and whether a second factor guards them. */
export const personRelation = sql`(
  select u.*, r.name as role_name,
    exists (select 1 from totp_factors f where f.tenant_id = u.tenant_id and f.user_id = u.id and f.confirmed_at is not null)
      or exists (select 1 from passkeys k where k.tenant_id = u.tenant_id and k.user_id = u.id) as has_second_factor
  from users u left join custom_roles r on r.tenant_id = u.tenant_id and r.id::text = u.role) as people`;

export const personColumns = sql`id, kind, role, role_name as "roleName", email, name, language, status,
  status_reason as "statusReason", has_second_factor as "hasSecondFactor", last_sign_in_at as "lastSignInAt", version,
  created_at as "createdAt"`;

/** One account of the actor's tenant. Throws UserNotFound, also for those that were removed. */
export async function findPerson(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  userId: string,
): Promise<PersonRow> {
  const [row] = await query<PersonRow>(sql`
    select ${personColumns} from ${personRelation}
    where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid and status <> 'ERASED'`);
  if (row === undefined) throw new UserNotFound();
  return row;
}

/**
 * Locks an account that the actor may change: not their own, and of nobody who may do more (S-21).
 * Throws UserNotFound, StaleVersion, OwnAccount, PersonAbove.
 */
export async function lockPerson(
  context: CommandContext,
  { userId, version }: { userId: string; version: number },
): Promise<PersonRow> {
  await context.query(sql`
    select id from users where tenant_id = ${context.tenantId}::uuid and id = ${userId}::uuid for no key update`);
  const person = await findPerson(context, userId);
  if (person.version !== version) throw new StaleVersion();
  if (await isOwn(context, userId)) throw new OwnAccount();

  const role = person.kind === "STAFF" ? await findRole(context, person.role) : undefined;
  if (!reaches(context.actor.permissions, role?.permissions ?? [])) throw new PersonAbove();
  return person;
}

/** Whether an account is the actor's own: also through a key that the person made. */
async function isOwn({ query, tenantId, actor }: CommandContext, userId: string): Promise<boolean> {
  if (actor.kind !== "api_key") return actor.id === userId;
  const [key] = await query<{ createdById: string }>(sql`
    select created_by_id as "createdById" from api_keys where tenant_id = ${tenantId}::uuid and id = ${actor.id ?? null}::uuid`);
  return key?.createdById === userId;
}

/** Of two owners who take the other's role away at once, one waits here and then finds themselves the last. Throws LastOwner. */
export async function assertNotLastOwner(
  { query, tenantId }: CommandContext,
  person: PersonRow,
): Promise<void> {
  if (person.kind !== "STAFF" || person.role !== "owner" || person.status !== "ACTIVE") return;
  const owners = await query<{ id: string }>(sql`
    select id from users where tenant_id = ${tenantId}::uuid and kind = 'STAFF' and role = 'owner' and status = 'ACTIVE'
    order by id for no key update`);
  if (owners.every(({ id }) => id === person.id)) throw new LastOwner();
}

/** Writes changed columns of an account with its next version. */
export async function updatePerson(
  { execute, tenantId, now }: CommandContext,
  { id, version }: PersonRow,
  changes: Sql,
): Promise<void> {
  await execute(sql`
    update users set ${changes}, version = ${version + 1}, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid and version = ${version}`);
}
