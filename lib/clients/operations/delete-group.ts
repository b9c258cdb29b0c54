import "server-only";
import { z } from "zod";
import { GroupInUse } from "@/lib/clients/errors";
import { groupDeleted } from "@/lib/clients/events";
import { exampleGroup } from "@/lib/clients/examples";
import { lockGroup } from "@/lib/clients/groups/groups";
import { GroupView } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const deleteGroup = operation({
  name: "clients.group.delete",
  summary: "Delete an empty group",
  audience: ["staff"],
  input: z.strictObject({ groupId: idSchema, version: z.number().int().min(1) }),
  output: GroupView,
  http: { method: "DELETE", path: "/client-groups/{groupId}" },
  example: { input: { groupId: exampleGroup.id, version: 1 }, output: exampleGroup },
  refusals: ["clients.group_not_found", "clients.group_in_use", "core.stale_version"],
  async run(context, { groupId, version }) {
    const { execute, tenantId, audit, emit } = context;
    const before = await lockGroup(context, { groupId, version });
    if (before.clients > 0n) throw new GroupInUse(Number(before.clients));
    await execute(
      sql`delete from client_groups where tenant_id = ${tenantId}::uuid and id = ${groupId}::uuid`,
    );

    audit(before, null);
    emit(groupDeleted({ groupId }));
    return before;
  },
});
