import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleTask } from "@/lib/provisioning/examples";
import { StaffTaskView, taskKinds, taskStatuses } from "@/lib/provisioning/schema";
import { type TaskRow, taskColumns, toTaskView } from "@/lib/provisioning/tasks";

const definition = {
  from: sql`staff_tasks`,
  columns: taskColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "createdAt",
  filters: {
    status: z.enum(taskStatuses).optional(),
    kind: z.enum(taskKinds).optional(),
    serviceId: idSchema.optional(),
  },
} as const;

export const listTasks = query({
  name: "provisioning.task.list",
  summary: "List tasks for staff",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(StaffTaskView),
  http: { method: "GET", path: "/tasks" },
  example: { input: { status: "OPEN", limit: 50 }, output: { items: [exampleTask], nextCursor: null } },
  async run(context, { status, kind, serviceId, ...request }) {
    const page = await readPage<TaskRow>(context, definition, request, [
      status && sql`status = ${status}::staff_task_status`,
      kind && sql`kind = ${kind}`,
      serviceId === undefined ? undefined : sql`service_id = ${serviceId}::uuid`,
    ]);
    return { ...page, items: page.items.map(toTaskView) };
  },
});
