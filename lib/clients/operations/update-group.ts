import "server-only";
import { z } from "zod";
import { GroupNameTaken } from "@/lib/clients/errors";
import { groupUpdated } from "@/lib/clients/events";
import { exampleGroup } from "@/lib/clients/examples";
import { type GroupRow, groupColumns, lockGroup } from "@/lib/clients/groups/groups";
import { GroupView, groupTones } from "@/lib/clients/schema";
import { isUniqueViolation } from "@/lib/core/db/failures";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";

export const updateGroup = operation({
  name: "clients.group.update",
  summary: "Rename or colour a group",
  audience: ["staff"],
  input: z.strictObject({
    groupId: idSchema,
    version: z.number().int().min(1),
    name: lineSchema(60).optional(),
    tone: z.enum(groupTones).optional(),
  }),
  output: GroupView,
  http: { method: "PATCH", path: "/client-groups/{groupId}" },
  example: {
    input: { groupId: exampleGroup.id, version: 1, name: "Partners" },
    output: { ...exampleGroup, name: "Partners", version: 2 },
  },
  refusals: ["clients.group_not_found", "clients.group_name_taken", "core.stale_version"],
  async run(context, { groupId, version, name, tone }) {
    const { query, tenantId, now, audit, emit } = context;
    const before = await lockGroup(context, { groupId, version });
    const [after] = await query<GroupRow>(sql`
      update client_groups set name = ${name ?? before.name}, tone = ${tone ?? before.tone}, version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${groupId}::uuid returning ${groupColumns}`).catch(
      (error: unknown) => {
        throw isUniqueViolation(error) ? new GroupNameTaken() : error;
      },
    );
    audit(before, after as GroupRow);
    emit(groupUpdated({ groupId }));
    return after as GroupRow;
  },
});
