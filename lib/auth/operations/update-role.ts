import "server-only";
import {
  assertHeld,
  assertNameFree,
  findCustomRole,
  keptRights,
  lockCustomRole,
} from "@/lib/auth/people/custom-roles";
import { roleUpdated } from "@/lib/auth/people/events";
import { exampleRole } from "@/lib/auth/people/examples";
import { RoleView, UpdateRoleInput } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

const { holders: _, ...role } = exampleRole;

export const updateRole = operation({
  name: "auth.role.update",
  summary: "Change a role",
  description:
    "Holds for everybody who has it at their next request. Nobody changes their own role, or one that may do more.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: UpdateRoleInput,
  output: RoleView,
  example: {
    input: {
      roleId: exampleRole.key,
      version: 1,
      name: "Night shift",
      description: role.description,
      permissions: ["clients.client.list"],
    },
    output: { ...role, permissions: ["clients.client.list"], version: 2 },
  },
  refusals: [
    "auth.role_not_found",
    "auth.own_role",
    "auth.role_not_held",
    "auth.role_name_taken",
    "core.stale_version",
  ],
  async run(context, { roleId, version, name, description, permissions }) {
    const { tenantId, now } = context;
    const before = await lockCustomRole(context, { roleId, version });
    const rights = keptRights(permissions);
    assertHeld(context, rights);
    await assertNameFree(context, name, roleId);

    await context.execute(sql`
      update custom_roles set name = ${name}, description = ${description}, permissions = ${rights}::text[],
        version = ${version + 1}, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${roleId}::uuid`);

    const after = await findCustomRole(context, roleId);
    context.audit(before, after);
    context.emit(roleUpdated({ roleId }));
    return after;
  },
});
