import "server-only";
import { z } from "zod";
import { deleteSecret } from "@/lib/core/crypto/secrets";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { moveService, updateAction } from "@/lib/provisioning/actions";
import { beginWanted } from "@/lib/provisioning/delivery/follow-subscription";
import { lockAction } from "@/lib/provisioning/delivery/lock-action";
import {
  serviceDelivered,
  serviceSuspended,
  serviceTerminated,
  serviceUnsuspended,
} from "@/lib/provisioning/events";
import { mailReady } from "@/lib/provisioning/mail-ready";
import { type ActionRow, passwordPurpose, type ServiceRow } from "@/lib/provisioning/queries";
import { type ActionKind, becomes, canAction } from "@/lib/provisioning/rules/status";
import { closeTasksOf } from "@/lib/provisioning/tasks";
import type { Fact } from "@/lib/timeline/rules/facts";
import { tell } from "@/lib/timeline/tell";

/** The last step of a deed: the service is what it became, and its client is told. Has no door. */
export const completeAction = operation({
  name: "provisioning.action.complete",
  summary: "End a deed that was done",
  audience: ["system"],
  input: z.strictObject({ actionId: idSchema, round: z.number().int() }),
  output: z.object({}),
  example: { input: { actionId: "01932f3a-7c00-7000-8000-000000000602", round: 1 }, output: {} },
  async run(context, { actionId, round }) {
    const found = await lockAction(context, actionId);
    if (found === undefined) return {};
    const { action, service } = found;
    if (action.round === round && canAction("advance", action.status))
      await complete(context, service, action);
    return {};
  },
});

const facts: Record<ActionKind, Fact> = {
  CREATE: "service_delivered",
  SUSPEND: "service_suspended",
  UNSUSPEND: "service_unsuspended",
  TERMINATE: "service_terminated",
  CHANGE_PLAN: "service_plan_changed",
  CHANGE_PASSWORD: "service_password_changed",
};

const events = {
  CREATE: serviceDelivered,
  SUSPEND: serviceSuspended,
  UNSUSPEND: serviceUnsuspended,
  TERMINATE: serviceTerminated,
} as const;

/** Ends a deed as done, whoever did it. The service is locked by the caller. */
export async function complete(
  context: CommandContext,
  before: ServiceRow,
  action: ActionRow,
): Promise<ServiceRow> {
  const { kind, input } = action;
  await updateAction(context, action.id, {
    status: "SUCCEEDED",
    step: "tell",
    errorKind: null,
    errorText: null,
    endedAt: context.now,
  });
  const service = await moveService(context, before, becomes[kind] ?? before.status, {
    isDelivered: kind === "CREATE",
    ...secretAfter(before, action),
  });
  await closeTasksOf(context, action.id, { status: "CANCELLED" });
  const { id: serviceId, clientId, subscriptionId, label } = service;
  await tell(context, {
    what: facts[kind],
    clientId,
    about: [serviceId, subscriptionId],
    data: { label, ...(input.reason !== undefined && { reason: input.reason }) },
    isPublic: true,
  });
  await forget(context, before.secretId, service.secretId);
  const makeEvent = events[kind as keyof typeof events];
  if (makeEvent) context.emit(makeEvent({ serviceId, clientId, subscriptionId }));
  if (kind === "CREATE") await mailReady(context, service);
  if (input.afterwards) await beginWanted(context, service, input.afterwards);
  return service;
}

/** A new password takes the place of the old one; what is terminated keeps none. */
function secretAfter({ secretId }: ServiceRow, { kind, input }: ActionRow): { secretId?: string | null } {
  if (kind === "CHANGE_PASSWORD" && input.secretId !== undefined) return { secretId: input.secretId };
  return kind === "TERMINATE" && secretId !== null ? { secretId: null } : {};
}

async function forget(context: CommandContext, old: string | null, kept: string | null): Promise<void> {
  if (old !== null && old !== kept) await deleteSecret(context, { id: old, purpose: passwordPurpose });
}
