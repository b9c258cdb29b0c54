"use server";

import type { ActionState } from "@/components/forms/action-state";
import { signIn } from "@/lib/auth/operations/sign-in";
import { finishSignIn } from "../sign-in-door";
import { visitorDoor } from "../visitor-door";

/** Signs in with address and password and goes where the person wanted to, or on to the second factor. */
export async function signInAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const after = (signedIn: Parameters<typeof finishSignIn>[0]) => finishSignIn(signedIn, next);
  return visitorDoor(signIn, { signsIn: true, hashes: true, after })(state, form);
}
