"use server";

import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { forgetChallenge, heldChallenge } from "@/lib/auth/challenge-cookie";
import { serverAction } from "@/lib/doors/server-action";
import { confirmRegistration } from "@/lib/onboarding/operations/confirm-registration";
import { registerByProvider } from "@/lib/onboarding/operations/register-by-provider";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { finishSignIn, visitorOf, whereFrom } from "../sign-in-door";
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

/** Opens an account for whoever a provider has named in this browser. */
export async function registerByProviderAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const door = serverAction(registerByProvider, {
    limit: "sign-in",
    actor: visitorOf,
    extra: async () => ({ ...(await heldChallenge("provider_registration")), ...(await whereFrom()) }),
    async after(signedIn) {
      await forgetChallenge("provider_registration");
      await finishSignIn(signedIn, undefined);
    },
  });
  return door(state, form);
}
