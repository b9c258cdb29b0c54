import "server-only";
import { z } from "zod";
import { GroupNameTaken } from "@/lib/clients/errors";
import { groupCreated } from "@/lib/clients/events";
import { exampleGroup } from "@/lib/clients/examples";
import { type GroupRow, groupColumns } from "@/lib/clients/groups/groups";
import { GroupView, groupTones } from "@/lib/clients/schema";
import { isUniqueViolation } from "@/lib/core/db/failures";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";

export const createGroup = operation({
  name: "clients.group.create",
  summary: "Create a group of clients",
  audience: ["staff"],
  input: z.strictObject({ name: lineSchema(60), tone: z.enum(groupTones).default("neutral") }),
  output: GroupView,
  http: { method: "POST", path: "/client-groups", status: 201 },
  example: { input: { name: "Resellers", tone: "info" }, output: exampleGroup },
  refusals: ["clients.group_name_taken"],
  async run({ query, tenantId, now, audit, emit }, { name, tone }) {
    const [group] = await query<GroupRow>(sql`
      insert into client_groups (id, tenant_id, name, tone, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${name}, ${tone}, ${now}, ${now}) returning ${groupColumns}`).catch(
      (error: unknown) => {
        throw isUniqueViolation(error) ? new GroupNameTaken() : error;
      },
    );
    audit(null, group as GroupRow);
    emit(groupCreated({ groupId: (group as GroupRow).id }));
    return group as GroupRow;
  },
});
