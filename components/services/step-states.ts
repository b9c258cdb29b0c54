import type { ActionStatus } from "@/lib/provisioning/rules/status";
import { type Step, stepsOf } from "@/lib/provisioning/rules/steps";
import type { ServiceActionShown } from "@/lib/provisioning/schema";

export type StepState = "done" | "current" | "waiting" | "unknown" | "failed" | "open";

const standing: Record<ActionStatus, StepState> = {
  QUEUED: "open",
  RUNNING: "current",
  WAITING: "waiting",
  UNKNOWN: "unknown",
  FAILED: "failed",
  SUCCEEDED: "done",
};

/** Each step of a deed with where it stands: what lies before the present one is done. */
export function stepStates({
  kind,
  status,
  step,
}: Pick<ServiceActionShown, "kind" | "status" | "step">): { step: Step; state: StepState }[] {
  const order = stepsOf(kind);
  const present = step === null ? 0 : order.indexOf(step);
  return order.map((one, index) => {
    if (status === "SUCCEEDED" || index < present) return { step: one, state: "done" };
    return { step: one, state: index === present ? standing[status] : "open" };
  });
}
