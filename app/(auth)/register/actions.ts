"use server";

import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { confirmRegistration } from "@/lib/onboarding/operations/confirm-registration";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { finishSignIn } from "../sign-in-door";
import { visitorDoor } from "../visitor-door";

/** Asks for an account; what is next comes by mail. */
export async function registerAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  const after = () => redirect("/check-mail?for=registration");
  return visitorDoor(requestRegistration, { after })(state, form);
}

/** Confirms the address by the link that came by mail, and chooses the password. */
export async function confirmRegistrationAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const after = (signedIn: Parameters<typeof finishSignIn>[0]) => finishSignIn(signedIn, undefined);
  return visitorDoor(confirmRegistration, { signsIn: true, hashes: true, after })(state, form);
}
