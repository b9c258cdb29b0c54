import "server-only";
import { RoleNotFound, RoleNotHeld } from "@/lib/auth/people/errors";
import { excessOf } from "@/lib/auth/rules/grants";
import { isRoleName, permissionsOf, roles } from "@/lib/auth/rules/roles";
import type { userKinds } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type KnownRole = {
  readonly key: string;
  readonly kind: (typeof userKinds)[number];
  /** With what is personal. */
  readonly permissions: readonly string[];
};

type Reader = Pick<QueryContext, "query" | "tenantId">;

/** A built-in role, or one of the tenant's own by its id. Undefined when there is none, here. */
export async function findRole({ query, tenantId }: Reader, key: string): Promise<KnownRole | undefined> {
  if (isRoleName(key)) return { key, ...roles[key] };
  const [row] = await query<{ kind: KnownRole["kind"]; permissions: string[] }>(sql`
    select kind, permissions from custom_roles where tenant_id = ${tenantId}::uuid and id::text = ${key}`);
  return row && { key, kind: row.kind, permissions: permissionsOf(key, row.permissions) };
}

/**
 * The role that somebody is to get: of this kind, and one that the actor may give (S-21). Locks a custom role against its
 * deletion in the meantime. Throws RoleNotFound, RoleNotHeld.
 */
export async function grantableRole(
  context: CommandContext,
  key: string,
  kind: KnownRole["kind"],
): Promise<KnownRole> {
  const { tenantId, actor } = context;
  if (!isRoleName(key)) {
    await context.query(sql`
      select id from custom_roles where tenant_id = ${tenantId}::uuid and id::text = ${key} for share`);
  }
  const role = await findRole(context, key);
  if (role === undefined || role.kind !== kind) throw new RoleNotFound();

  const excess = excessOf(role.permissions, actor.permissions);
  if (excess.length > 0) throw new RoleNotHeld(excess);
  return role;
}
