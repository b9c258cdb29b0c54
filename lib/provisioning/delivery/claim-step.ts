import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { moveService, updateAction } from "@/lib/provisioning/actions";
import { lockAction } from "@/lib/provisioning/delivery/lock-action";
import { passwordOf } from "@/lib/provisioning/passwords";
import type { ActionRow, ServiceRow } from "@/lib/provisioning/queries";
import { canAction } from "@/lib/provisioning/rules/status";
import { type Step, steps, stepsOf } from "@/lib/provisioning/rules/steps";
import { tell } from "@/lib/timeline/tell";

export type StepClaim = {
  readonly service: ServiceRow;
  readonly action: ActionRow;
  readonly password: string | null;
  readonly contactEmail: string;
  /** The step that is due: another than was asked for where this one is done. */
  readonly step: Step;
};

/**
 * The beginning of a step of a deed: notes it, and hands out what the call needs. Null when there is nothing to do: the deed has
 * ended, waits for staff, or belongs to a later round. Has no door: what it returns holds a password.
 */
export const claimStep = operation({
  name: "provisioning.action.claim",
  summary: "Begin a step of a deed",
  audience: ["system"],
  input: z.strictObject({ actionId: idSchema, round: z.number().int(), step: z.enum(steps) }),
  output: z.custom<StepClaim>().nullable(),
  example: {
    input: { actionId: "01932f3a-7c00-7000-8000-000000000602", round: 1, step: "create" },
    output: null,
  },
  async run(context, { actionId, round, step }) {
    const found = await lockAction(context, actionId);
    if (found === undefined) return null;
    const { action: before, service: waiting } = found;
    const isForStaff = before.status === "WAITING" && before.errorKind === "operator";
    if (before.round !== round || isForStaff || !canAction("advance", before.status)) return null;

    const due = dueStep(before, step);
    const action = await updateAction(context, actionId, {
      status: "RUNNING",
      // Checking again does not undo the steps that were done.
      ...(step !== "validate" || before.step === null ? { step: due } : {}),
      attempts: before.step === due ? before.attempts + 1 : 1,
      startedAt: before.startedAt ?? context.now,
    });
    const service = await begun(context, waiting, action);
    const secretId = action.kind === "CHANGE_PASSWORD" ? action.input.secretId : service.secretId;
    const client = await context.db.client.findUniqueOrThrow({
      where: { id: service.clientId },
      select: { email: true },
    });
    return {
      service,
      action,
      step: due,
      password: secretId == null ? null : await passwordOf(context, secretId),
      contactEmail: client.email,
    };
  },
});

/** A step that comes twice, because its first end was not heard of, leads on to where the deed stands. */
function dueStep(action: ActionRow, step: Step): Step {
  const order = stepsOf(action.kind);
  const isPast = action.step !== null && order.indexOf(action.step) > order.indexOf(step);
  return isPast && step !== "validate" ? (action.step as Step) : step;
}

async function begun(context: CommandContext, service: ServiceRow, action: ActionRow): Promise<ServiceRow> {
  const isNew = action.kind === "CREATE" && service.status !== "CREATING";
  if (!isNew) return service;
  await tell(context, {
    what: "service_creating",
    clientId: service.clientId,
    about: [service.id, service.subscriptionId],
    data: { label: service.label },
    isPublic: false,
  });
  return moveService(context, service, "CREATING");
}
