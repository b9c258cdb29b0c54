import "server-only";
import { OwnRole, RoleNameTaken, RoleNotFound, RoleNotHeld } from "@/lib/auth/people/errors";
import { excessOf, isPersonal } from "@/lib/auth/rules/grants";
import { permissionsOf, roleNames, roles } from "@/lib/auth/rules/roles";
import type { userKinds } from "@/lib/auth/schema";
import { type Sql, sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type RoleRow = {
  key: string;
  id: string | null;
  kind: (typeof userKinds)[number];
  name: string | null;
  description: string | null;
  base: string | null;
  permissions: string[];
  people: number;
  version: number;
};

type Reader = Pick<QueryContext, "query" | "tenantId">;

/** Roles of the company, by kind and name, with how many people have each. */
export async function customRoles({ query, tenantId }: Reader, only: Sql = sql`true`): Promise<RoleRow[]> {
  return query<RoleRow>(sql`
    select r.id::text as key, r.id, r.kind, r.name, r.description, r.base, r.permissions, r.version,
      case r.kind
        when 'STAFF' then (select count(*)::int from users u where u.tenant_id = r.tenant_id and u.role = r.id::text and u.kind = 'STAFF')
        else (select count(*)::int from memberships m where m.tenant_id = r.tenant_id and m.role = r.id::text) end as people
    from custom_roles r where r.tenant_id = ${tenantId}::uuid and ${only} order by r.kind desc, lower(r.name), r.id`);
}

/** The built-in roles in their order, with how many people have each. */
export async function builtInRoles({ query, tenantId }: Reader): Promise<RoleRow[]> {
  const counts = await query<{ role: string; people: number }>(sql`
    select role, count(*)::int as people from users
      where tenant_id = ${tenantId}::uuid and kind = 'STAFF' and status <> 'ERASED' group by role
    union all
    select role, count(*)::int from memberships where tenant_id = ${tenantId}::uuid group by role`);
  const peopleOf = new Map(counts.map(({ role, people }) => [role, people]));
  return roleNames.map((key) => ({
    key,
    id: null,
    kind: roles[key].kind,
    name: null,
    description: null,
    base: null,
    permissions: [...roles[key].permissions],
    people: peopleOf.get(key) ?? 0,
    version: 1,
  }));
}

/** One role of the company. Throws RoleNotFound. */
export async function findCustomRole(context: Reader, roleId: string): Promise<RoleRow & { id: string }> {
  const [row] = await customRoles(context, sql`r.id = ${roleId}::uuid`);
  if (row?.id == null) throw new RoleNotFound();
  return { ...row, id: row.id };
}

/**
 * Locks a role that the actor may change: not their own, and not one that may do more (S-21).
 * Throws RoleNotFound, StaleVersion, OwnRole, RoleNotHeld.
 */
export async function lockCustomRole(
  context: CommandContext,
  { roleId, version }: { roleId: string; version: number },
): Promise<RoleRow & { id: string }> {
  await context.query(sql`
    select id from custom_roles where tenant_id = ${context.tenantId}::uuid and id = ${roleId}::uuid for update`);
  const role = await findCustomRole(context, roleId);
  if (role.version !== version) throw new StaleVersion();
  if (await isOwnRole(context, roleId)) throw new OwnRole();
  assertHeld(context, permissionsOf(role.key, role.permissions));
  return role;
}

/** Nobody puts into a role what they do not hold (S-21). Throws RoleNotHeld. */
export function assertHeld({ actor }: CommandContext, permissions: readonly string[]): void {
  const excess = excessOf(permissions, actor.permissions);
  if (excess.length > 0) throw new RoleNotHeld(excess);
}

/** A role's list as it is kept: each right once, in order, without what everybody has. */
export function keptRights(permissions: readonly string[]): string[] {
  return [...new Set(permissions)].filter((right) => !isPersonal(right)).sort();
}

/** Throws RoleNameTaken when another role of the company is called so. */
export async function assertNameFree(
  { query, tenantId }: Reader,
  name: string,
  exceptId?: string,
): Promise<void> {
  const taken = await query(sql`
    select 1 from custom_roles
    where tenant_id = ${tenantId}::uuid and lower(name) = lower(${name}) and id is distinct from ${exceptId ?? null}::uuid`);
  if (taken.length > 0) throw new RoleNameTaken();
}

async function isOwnRole({ query, tenantId, actor }: CommandContext, roleId: string): Promise<boolean> {
  const owner =
    actor.kind === "api_key"
      ? sql`(select created_by_id from api_keys where tenant_id = ${tenantId}::uuid and id = ${actor.id ?? null}::uuid)`
      : sql`${actor.id ?? null}::uuid`;
  const own = await query(sql`
    select 1 from users where tenant_id = ${tenantId}::uuid and id = ${owner} and role = ${roleId}`);
  return own.length > 0;
}
