import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { answerTask } from "@/lib/provisioning/answer-task";
import { exampleTask } from "@/lib/provisioning/examples";
import { FailTaskInput, StaffTaskView } from "@/lib/provisioning/schema";

export const failTask = operation({
  name: "provisioning.task.fail",
  summary: "Say that a task cannot be done",
  description: "What waited for it fails, with this reason.",
  audience: ["staff"],
  input: FailTaskInput,
  output: StaffTaskView,
  http: { method: "POST", path: "/tasks/{taskId}/fail" },
  example: {
    input: { taskId: exampleTask.id, note: "The rack is full." },
    output: {
      ...exampleTask,
      status: "DONE",
      note: "The rack is full.",
      doneByName: "Grace Hopper",
      doneAt: "2026-04-01T10:00:00.000Z",
    },
  },
  refusals: ["provisioning.task_not_found", "provisioning.task_closed"],
  run: (context, { taskId, note }) => answerTask(context, taskId, { outcome: "failed", access: {}, note }),
});
