"use server";

import { redirect } from "next/navigation";
import { confirmIdentityAction } from "@/app/identity-actions";
import type { ActionState } from "@/components/forms/action-state";
import { safeNextPath } from "@/lib/doors/next-path";

/** Proves who the person is and goes back to where that was asked for. */
export async function confirmThenGoAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const outcome = await confirmIdentityAction(state, form);
  if (outcome.value !== undefined) redirect(safeNextPath(next) ?? "/");
  return outcome;
}
