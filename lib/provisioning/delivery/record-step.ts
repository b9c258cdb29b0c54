import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { moveService, updateAction } from "@/lib/provisioning/actions";
import type { ModuleResult, Observed } from "@/lib/provisioning/contract";
import { failAction } from "@/lib/provisioning/delivery/fail-action";
import { lockAction } from "@/lib/provisioning/delivery/lock-action";
import { judge } from "@/lib/provisioning/judge";
import type { ActionRow, ServiceRow } from "@/lib/provisioning/queries";
import { canAction } from "@/lib/provisioning/rules/status";
import { type Step, stepAfter, steps, stepsOf } from "@/lib/provisioning/rules/steps";
import { openTask } from "@/lib/provisioning/tasks";
import { tell } from "@/lib/timeline/tell";

const mostRenames = 3;

/** How a step ended: null, or what follows after a pause. */
const output = z.object({ next: z.enum(steps), afterMs: z.number().int() }).nullable();
type Follow = z.output<typeof output>;
type At = { service: ServiceRow; action: ActionRow; step: Step };

/** The end of a step of a deed. Null when the deed has ended, or waits for staff. Has no door. */
export const recordStep = operation({
  name: "provisioning.action.record",
  summary: "Note how a step of a deed ended",
  audience: ["system"],
  input: z.strictObject({
    actionId: idSchema,
    round: z.number().int(),
    step: z.enum(steps),
    result: z.custom<ModuleResult<Observed | null>>(),
  }),
  output,
  example: {
    input: {
      actionId: "01932f3a-7c00-7000-8000-000000000602",
      round: 1,
      step: "validate",
      result: { state: "succeeded", data: null },
    },
    output: { next: "reserve", afterMs: 0 },
  },
  async run(context, { actionId, round, step, result }) {
    const found = await lockAction(context, actionId);
    if (found === undefined) return null;
    const { action } = found;
    if (action.round !== round || !canAction("advance", action.status)) return null;

    const at = { ...found, step };
    if (isNameTaken(at, result)) return rename(context, at);

    const verdict = judge(result, action.attempts);
    switch (verdict.way) {
      case "on":
        return goOn(context, at, result.state === "succeeded" ? result.data : null);
      case "again": {
        const { status, why, afterMs } = verdict;
        const [errorKind, errorText] = [why?.kind ?? null, why?.detail ?? null];
        await updateAction(context, action.id, { status, errorKind, errorText });
        return { next: step, afterMs };
      }
      case "ask":
        return ask(context, at, verdict.reason);
      case "fail":
        await failAction(context, at, verdict.why);
        return null;
    }
  },
});

function isNameTaken({ action, step }: At, result: ModuleResult<unknown>): boolean {
  const isTaken = step === "create" && result.state === "failed" && result.error.kind === "conflict";
  return isTaken && (action.input.renames ?? 0) < mostRenames;
}

/** Somebody has the name: another is set aside. */
async function rename(context: CommandContext, { service, action }: At): Promise<Follow> {
  const { userName: _, ...access } = service.access;
  await moveService(context, service, service.status, { access });
  const { calledFor: __, ...input } = action.input;
  await updateAction(context, action.id, {
    step: "reserve",
    attempts: 0,
    input: { ...input, renames: (input.renames ?? 0) + 1 },
  });
  return { next: "reserve", afterMs: 0 };
}

async function goOn(context: CommandContext, at: At, seen: Observed | null): Promise<Follow> {
  const { service, action, step } = at;
  const order = stepsOf(action.kind);
  const next =
    order.indexOf(action.step ?? step) > order.indexOf(step)
      ? (action.step as Step)
      : stepAfter(action.kind, step);
  await updateAction(context, action.id, {
    status: "RUNNING",
    step: next,
    attempts: 0,
    errorKind: null,
    errorText: null,
  });
  if (seen !== null && seen.state !== "absent") {
    const access = { ...service.access, ...seen.access };
    await moveService(context, service, service.status, { access, remoteId: seen.remoteId });
  }
  return { next, afterMs: 0 };
}

/** Staff are to do it. The deed goes on when they have said how it went. */
async function ask(context: CommandContext, { service, action }: At, reason: string): Promise<null> {
  await updateAction(context, action.id, { status: "WAITING", errorKind: "operator", errorText: reason });
  await openTask(context, { kind: "carry_out", serviceId: service.id, actionId: action.id });
  await tell(context, {
    what: "service_waiting",
    clientId: service.clientId,
    about: [service.id, service.subscriptionId],
    data: { label: service.label, reason: "staff_task" },
    isPublic: false,
  });
  return null;
}
