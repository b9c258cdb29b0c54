"use client";

import type { ActionState, FormAction } from "./action-state";
import { confirmIdentity, freshSignInNeeded } from "./step-up";

/**
 * Runs a form's action from a button or dialog, with these values as its form. Asks who the person is where the action wants to know,
 * and then does it again.
 */
export async function runAction<View>(
  action: FormAction<View>,
  values: Readonly<Record<string, string | number>>,
): Promise<ActionState<View>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, String(value));

  const state = await action({}, form);
  const isAsked = state.error?.code === freshSignInNeeded && (await confirmIdentity());
  return isAsked ? action({}, form) : state;
}
