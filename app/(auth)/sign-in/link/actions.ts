"use server";

import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { signInWithLink } from "@/lib/auth/operations/sign-in-with-link";
import { finishSignIn } from "../../sign-in-door";
import { visitorDoor } from "../../visitor-door";

/** Asks for a link by mail. */
export async function requestSignInLinkAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  return visitorDoor(requestSignInLink, { after: () => redirect("/check-mail?for=link") })(state, form);
}

/** Uses the link up that came by mail. */
export async function signInWithLinkAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const after = (signedIn: Parameters<typeof finishSignIn>[0]) => finishSignIn(signedIn, next);
  return visitorDoor(signInWithLink, { signsIn: true, after })(state, form);
}
