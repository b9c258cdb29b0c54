import type { ActionKind } from "@/lib/provisioning/rules/status";

/** What a deed is made of. `create` and `apply` call the module; `verify` reads back what the call claims. */
export const steps = ["validate", "reserve", "create", "apply", "verify", "tell"] as const;
export type Step = (typeof steps)[number];

export function stepsOf(kind: ActionKind): readonly Step[] {
  if (kind === "CREATE") return ["validate", "reserve", "create", "verify", "tell"];
  // Nobody can read a password back.
  if (kind === "CHANGE_PASSWORD") return ["validate", "reserve", "apply", "tell"];
  return ["validate", "apply", "verify", "tell"];
}

/** The step after this one. Throws RangeError where there is none. */
export function stepAfter(kind: ActionKind, step: Step): Step {
  const all = stepsOf(kind);
  const next = all[all.indexOf(step) + 1];
  if (!all.includes(step) || next === undefined) throw new RangeError(`nothing follows ${step} of ${kind}`);
  return next;
}

/** The step of a deed that calls the module: where a deed begins again that is found not to have been done. */
export function callOf(kind: ActionKind): Step {
  return kind === "CREATE" ? "create" : "apply";
}
