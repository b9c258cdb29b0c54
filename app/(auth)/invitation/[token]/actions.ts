"use server";

import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { acceptInvitation } from "@/lib/auth/operations/accept-invitation";
import { finishSignIn } from "../../sign-in-door";
import { visitorDoor } from "../../visitor-door";

/** Accepts an invitation: with a new account that is signed in, or for the account that the address has. */
export async function acceptInvitationAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  return visitorDoor(acceptInvitation, {
    signsIn: true,
    hashes: true,
    after: (signedIn) =>
      signedIn === null ? redirect("/sign-in?notice=invitationAccepted") : finishSignIn(signedIn, undefined),
  })(state, form);
}
