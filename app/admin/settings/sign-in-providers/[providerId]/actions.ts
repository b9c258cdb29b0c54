"use server";

import type { ActionState } from "@/components/forms/action-state";
import { getProvider } from "@/lib/auth/operations/get-provider";
import { askProvider } from "@/lib/auth/providers/ask";
import { problemState } from "@/lib/doors/problem-state";
import { serverAction } from "@/lib/doors/server-action";

const read = serverAction(getProvider);

/** Asks a provider who it is, as a sign-in would. */
export async function testProviderAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ isRight: true }>> {
  const { value, ...rest } = await read(state, form);
  if (value === undefined) return rest;
  try {
    await askProvider(value);
    return { ok: true, value: { isRight: true } };
  } catch (error) {
    return problemState(error);
  }
}
