import "server-only";
import type { CommandContext } from "@/lib/core/operation/operation";
import { moveService, updateAction } from "@/lib/provisioning/actions";
import { beginWanted } from "@/lib/provisioning/delivery/follow-subscription";
import { serviceFailed } from "@/lib/provisioning/events";
import type { Why } from "@/lib/provisioning/judge";
import type { ActionRow, ServiceRow } from "@/lib/provisioning/queries";
import { callOf, type Step } from "@/lib/provisioning/rules/steps";
import { openTask } from "@/lib/provisioning/tasks";
import { tell } from "@/lib/timeline/tell";

/** Ends a deed that people have to look into: with its reason, a task for staff, and a line in the timeline. */
export async function failAction(
  context: CommandContext,
  { service, action, step }: { service: ServiceRow; action: ActionRow; step: Step },
  { kind, detail }: Why,
): Promise<void> {
  const reason = oneLine(detail);
  await updateAction(context, action.id, {
    status: "FAILED",
    // What was not found on reading back has to be called for again.
    step: step === "verify" ? callOf(action.kind) : step,
    errorKind: kind,
    errorText: reason,
    endedAt: context.now,
  });
  const isCreate = action.kind === "CREATE";
  const after = isCreate ? await moveService(context, service, "FAILED") : service;
  await tell(context, {
    what: isCreate ? "service_failed" : "service_deed_failed",
    clientId: service.clientId,
    about: [service.id, service.subscriptionId],
    data: { label: service.label, reason, ...(!isCreate && { deed: `deed_${action.kind.toLowerCase()}` }) },
    isPublic: false,
  });
  const { clientId, subscriptionId } = service;
  if (isCreate) context.emit(serviceFailed({ serviceId: service.id, clientId, subscriptionId }));
  // Where the subscription has ended meanwhile, what was left behind is cleared away and nobody need look.
  const isSettled = action.input.afterwards && (await beginWanted(context, after, action.input.afterwards));
  if (!isSettled) await openTask(context, { kind: "look_into", serviceId: service.id, actionId: action.id });
}

/** The other side's words, as one line. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
