import { runAsSystem } from "@/lib/core/operation/run";
import {
  type AccountReference,
  failed,
  type ModuleCall,
  type ModuleResult,
  type Observed,
  type ProvisioningModule,
  succeeded,
} from "@/lib/provisioning/contract";
import type { StepClaim } from "@/lib/provisioning/delivery/claim-step";
import { noteCall } from "@/lib/provisioning/delivery/note-call";
import { pluginStore } from "@/lib/provisioning/plugin-store";
import type { ActionKind } from "@/lib/provisioning/rules/status";
import { provisioningModules } from "@/plugins/module";

/** Whether the module is there, can do it, and understands its settings. Asks nobody outside. */
export function checkSettings({ service, action }: StepClaim): ModuleResult<null> {
  const module = provisioningModules[service.module];
  if (module === undefined) return failed("permanent", `There is no module ${service.module}.`);
  if (methodOf(module, action.kind) === undefined)
    return failed("permanent", `The module ${service.module} cannot do this.`);

  const settings = module.settings.safeParse(service.settings);
  if (settings.success) return succeeded(null);
  const fields = [...new Set(settings.error.issues.map(({ path }) => path.join(".")))].join(", ");
  return failed("permanent", `These settings of the product or plan are not right: ${fields}.`);
}

function methodOf(module: ProvisioningModule, kind: ActionKind) {
  const methods = {
    CREATE: module.create,
    SUSPEND: module.suspend,
    UNSUSPEND: module.unsuspend,
    TERMINATE: module.terminate,
    CHANGE_PLAN: module.changePlan,
    CHANGE_PASSWORD: module.changePassword,
  };
  return methods[kind];
}

/** What is expected to be there once a deed was done; null where it does not show. */
const expected = {
  CREATE: "active",
  SUSPEND: "suspended",
  UNSUSPEND: "active",
  TERMINATE: "absent",
  CHANGE_PLAN: null,
  CHANGE_PASSWORD: null,
} as const satisfies Record<ActionKind, Observed["state"] | null>;

/** Carries a deed out. Reads first what is there: after a lost answer it may have been done, and then it is not done again. */
export async function callModule(tenantId: string, claim: StepClaim): Promise<ModuleResult<Observed | null>> {
  const { module, call, account } = prepare(tenantId, claim);
  const { action, service, password, contactEmail } = claim;
  const seen = await look(module, call, account);
  if (seen.state !== "succeeded") return seen;

  const { kind, input } = action;
  const isThere = seen.data.state !== "absent";
  if (kind === "CREATE") {
    if (isThere && input.calledFor !== account.userName)
      return failed("conflict", `The user name ${account.userName} is taken.`);
    if (seen.data.state === "active") return seen;
    await runAsSystem(tenantId, noteCall, { actionId: action.id, userName: account.userName });
    const { hostName, label } = service;
    return module.create(call, { ...account, password: password ?? "", hostName, label, contactEmail });
  }
  if (seen.data.state === expected[kind]) return seen;
  switch (kind) {
    case "SUSPEND":
      return module.suspend(call, account, input.reason ?? "");
    case "UNSUSPEND":
      return module.unsuspend(call, account);
    case "TERMINATE":
      return module.terminate(call, account);
    case "CHANGE_PLAN":
      return module.changePlan?.(call, account) ?? cannot(service.module);
    case "CHANGE_PASSWORD":
      return module.changePassword?.(call, account, password ?? "") ?? cannot(service.module);
  }
}

/** Reads back whether what the call claims is so. */
export async function readBack(tenantId: string, claim: StepClaim): Promise<ModuleResult<Observed | null>> {
  const { module, call, account } = prepare(tenantId, claim);
  const seen = await look(module, call, account);
  if (seen.state !== "succeeded") return seen;

  const { state } = seen.data;
  const wanted = expected[claim.action.kind];
  if (wanted === null || state === wanted) return seen;
  if (state === "creating") return { state: "pending", pollAfterMs: 2_000 };
  return failed("needs_operator", `Reading back found the account ${state}, not ${wanted}.`);
}

/** A read may be repeated at will, so an answer that was lost is no more than one that comes later. */
async function look(
  module: ProvisioningModule,
  call: ModuleCall,
  account: AccountReference,
): Promise<ModuleResult<Observed>> {
  const seen = await module.inspect(call, account);
  const isLost = seen.state === "failed" && seen.error.kind === "ambiguous";
  return isLost ? failed("retryable", seen.error.detail) : seen;
}

function prepare(tenantId: string, { service, action }: StepClaim) {
  const module = provisioningModules[service.module];
  // What was delivered by hand may have no user name: then the module knows it by our own id, if at all.
  const userName = service.access.userName ?? service.id;
  if (module === undefined) throw new Error("a call before the module was looked for");

  const call: ModuleCall = {
    opId: action.id,
    attempt: action.attempts,
    settings: module.settings.parse(service.settings),
    store: pluginStore(tenantId, service.module),
    now: new Date(),
    answer: action.input.answer ?? null,
  };
  return { module, call, account: { userName, remoteId: service.remoteId } };
}

function cannot(module: string): ModuleResult<null> {
  return failed("permanent", `The module ${module} cannot do this.`);
}
