import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { answerTask } from "@/lib/provisioning/answer-task";
import { accessOf } from "@/lib/provisioning/delivered";
import { exampleTask } from "@/lib/provisioning/examples";
import { CompleteTaskInput, StaffTaskView } from "@/lib/provisioning/schema";

export const completeTask = operation({
  name: "provisioning.task.complete",
  summary: "Say that a task is done",
  description: "What waited for it goes on, with what was delivered.",
  audience: ["staff"],
  input: CompleteTaskInput,
  output: StaffTaskView,
  http: { method: "POST", path: "/tasks/{taskId}/complete" },
  example: {
    input: { taskId: exampleTask.id, userName: "engines", server: "rack4.example.net", note: "Key 17." },
    output: {
      ...exampleTask,
      status: "DONE",
      note: "Key 17.",
      doneByName: "Grace Hopper",
      doneAt: "2026-04-01T10:00:00.000Z",
    },
  },
  refusals: ["provisioning.task_not_found", "provisioning.task_closed"],
  run: (context, { taskId, note, ...given }) =>
    answerTask(context, taskId, { outcome: "done", access: accessOf(given), note: note || null }),
});
