import "server-only";
import type { CommandContext } from "@/lib/core/operation/operation";
import { beginRound } from "@/lib/provisioning/actions";
import type { StaffAnswer } from "@/lib/provisioning/contract";
import { isOpen, lastAction, lockService } from "@/lib/provisioning/queries";
import type { StaffTaskShown } from "@/lib/provisioning/schema";
import { closeTask, findTask, toTaskView } from "@/lib/provisioning/tasks";

/**
 * Closes a task with what staff say. A deed that waited for it is set on its way with the answer; of one that failed, looking into it
 * is all that was asked. Throws TaskNotFound, TaskClosed.
 */
export async function answerTask(
  context: CommandContext,
  taskId: string,
  answer: StaffAnswer,
): Promise<StaffTaskShown> {
  const { serviceId, actionId } = await findTask(context, taskId);
  const service = serviceId === null ? undefined : await lockService(context, { serviceId });
  await closeTask(context, await findTask(context, taskId), answer.note);

  const action = service && (await lastAction(context, service.id));
  const isAwaited = action !== undefined && action.id === actionId && isOpen(action);
  if (service && isAwaited) await beginRound(context, service, action, { ...action.input, answer });
  return toTaskView(await findTask(context, taskId));
}
