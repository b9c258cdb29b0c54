"use client";

import type { ActionState, FormAction } from "./action-state";

/** Runs a form's action from a button or dialog, with these values as its form. */
export async function runAction<View>(
  action: FormAction<View>,
  values: Readonly<Record<string, string | number>>,
): Promise<ActionState<View>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, String(value));
  return action({}, form);
}
