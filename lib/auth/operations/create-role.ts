import "server-only";
import { assertHeld, assertNameFree, findCustomRole, keptRights } from "@/lib/auth/people/custom-roles";
import { roleCreated } from "@/lib/auth/people/events";
import { exampleRole } from "@/lib/auth/people/examples";
import { CreateRoleInput, RoleView } from "@/lib/auth/people/schema";
import { isRoleName } from "@/lib/auth/rules/roles";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

const { holders: _, ...created } = exampleRole;

export const createRole = operation({
  name: "auth.role.create",
  summary: "Create a role",
  description:
    "A list of rights for people of one kind. Nobody puts a right into it that they do not have themselves.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: CreateRoleInput,
  output: RoleView,
  example: {
    input: {
      kind: "STAFF",
      name: "Night shift",
      description: created.description,
      base: "support",
      permissions: created.permissions,
    },
    output: created,
  },
  refusals: ["auth.role_not_held", "auth.role_name_taken"],
  async run(context, { kind, name, description, base, permissions }) {
    const { tenantId, now } = context;
    const rights = keptRights(permissions);
    assertHeld(context, rights);
    await assertNameFree(context, name);

    const id = newId();
    await context.execute(sql`
      insert into custom_roles (id, tenant_id, kind, name, description, base, permissions, created_at, updated_at)
      values (${id}::uuid, ${tenantId}::uuid, ${kind}::user_kind, ${name}, ${description},
        ${base !== null && isRoleName(base) ? base : null}, ${rights}::text[], ${now}, ${now})`);

    const role = await findCustomRole(context, id);
    context.audit(null, role);
    context.emit(roleCreated({ roleId: id }));
    return role;
  },
});
