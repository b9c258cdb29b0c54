import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";

export const countTasks = query({
  name: "provisioning.task.count",
  summary: "Count open tasks for staff",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ open: countSchema }).meta({ id: "StaffTaskCount" }),
  http: { method: "GET", path: "/task-count" },
  example: { input: {}, output: { open: 3 } },
  async run({ query, tenantId }) {
    const [counted] = await query<{ open: bigint }>(
      sql`select count(*) as open from staff_tasks where tenant_id = ${tenantId}::uuid and status = 'OPEN'`,
    );
    return { open: counted?.open ?? 0n };
  },
});
