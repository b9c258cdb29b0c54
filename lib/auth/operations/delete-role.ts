import "server-only";
import { lockCustomRole } from "@/lib/auth/people/custom-roles";
import { RoleInUse } from "@/lib/auth/people/errors";
import { roleDeleted } from "@/lib/auth/people/events";
import { exampleRole } from "@/lib/auth/people/examples";
import { DeletedView, DeleteRoleInput } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const deleteRole = operation({
  name: "auth.role.delete",
  summary: "Delete a role",
  description: "Refused while somebody has it or is invited to it.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: DeleteRoleInput,
  output: DeletedView,
  example: { input: { roleId: exampleRole.key, version: 1 }, output: { id: exampleRole.key } },
  refusals: [
    "auth.role_not_found",
    "auth.own_role",
    "auth.role_not_held",
    "auth.role_in_use",
    "core.stale_version",
  ],
  async run(context, { roleId, version }) {
    const { tenantId } = context;
    const before = await lockCustomRole(context, { roleId, version });
    const [invited] = await context.query<{ open: number }>(sql`
      select count(*)::int as open from invitations
      where tenant_id = ${tenantId}::uuid and role = ${roleId} and accepted_at is null and revoked_at is null`);
    const people = before.people + (invited?.open ?? 0);
    if (people > 0) throw new RoleInUse(people);

    await context.execute(sql`
      delete from custom_roles where tenant_id = ${tenantId}::uuid and id = ${roleId}::uuid`);
    context.audit(before, null);
    context.emit(roleDeleted({ roleId }));
    return { id: roleId };
  },
});
