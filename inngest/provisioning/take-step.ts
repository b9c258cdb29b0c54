import { log } from "@/lib/core/log";
import { runAsSystem } from "@/lib/core/operation/run";
import { failed, type ModuleResult, type Observed, succeeded } from "@/lib/provisioning/contract";
import { claimStep, type StepClaim } from "@/lib/provisioning/delivery/claim-step";
import { completeAction } from "@/lib/provisioning/delivery/complete-action";
import { recordStep } from "@/lib/provisioning/delivery/record-step";
import { reserveAccount } from "@/lib/provisioning/delivery/reserve-account";
import type { Step } from "@/lib/provisioning/rules/steps";
import { callModule, checkSettings, readBack } from "./call-module";

export type Deed = { actionId: string; round: number };
export type Follow = { next: Step; afterMs: number } | null;

/**
 * One step of a deed: intent, call, result. Says which comes next and after what pause; null when the deed has ended or waits for
 * staff. Nothing of what it reads leaves it, so no state of durable work holds a password.
 */
export async function takeStep(tenantId: string, { actionId, round }: Deed, asked: Step): Promise<Follow> {
  const claim = await runAsSystem(tenantId, claimStep, { actionId, round, step: asked });
  if (claim === null) return null;
  const { step } = claim;
  if (step === "tell") {
    await runAsSystem(tenantId, completeAction, { actionId, round });
    return null;
  }
  const result = await work(tenantId, claim);
  return runAsSystem(tenantId, recordStep, { actionId, round, step, result });
}

async function work(tenantId: string, claim: StepClaim): Promise<ModuleResult<Observed | null>> {
  const { step, action } = claim;
  switch (step) {
    case "validate":
      return checkSettings(claim);
    case "reserve":
      await runAsSystem(tenantId, reserveAccount, { actionId: action.id });
      return succeeded(null);
    case "verify":
      return guarded(claim, "retryable", () => readBack(tenantId, claim));
    default:
      return guarded(claim, "ambiguous", () => callModule(tenantId, claim));
  }
}

/** A module that throws has a defect; what became of its call is then unknown. Its words may hold anything, and stay in the log. */
async function guarded(
  { service, action, step }: StepClaim,
  kind: "retryable" | "ambiguous",
  call: () => Promise<ModuleResult<Observed | null>>,
): Promise<ModuleResult<Observed | null>> {
  try {
    return await call();
  } catch (error) {
    log.error("a provisioning module threw", { module: service.module, actionId: action.id, step, error });
    return failed(kind, `The module ${service.module} broke off.`);
  }
}

/** Ends a deed whose steps failed here, not with the other side. */
export async function giveUp(tenantId: string, { actionId, round }: Deed, step: Step): Promise<null> {
  const result = failed("needs_operator", "It could not be carried on here. The run tells why.");
  await runAsSystem(tenantId, recordStep, { actionId, round, step, result });
  return null;
}
