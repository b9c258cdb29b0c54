import "server-only";
import { query } from "@/lib/core/operation/operation";
import { exampleTask } from "@/lib/provisioning/examples";
import { StaffTaskView, TaskReference } from "@/lib/provisioning/schema";
import { findTask, toTaskView } from "@/lib/provisioning/tasks";

export const getTask = query({
  name: "provisioning.task.get",
  summary: "Read a task for staff",
  audience: ["staff"],
  input: TaskReference,
  output: StaffTaskView,
  http: { method: "GET", path: "/tasks/{taskId}" },
  example: { input: { taskId: exampleTask.id }, output: exampleTask },
  refusals: ["provisioning.task_not_found"],
  run: async (context, { taskId }) => toTaskView(await findTask(context, taskId)),
});
