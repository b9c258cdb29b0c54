"use server";

import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { resetPassword } from "@/lib/auth/operations/reset-password";
import { visitorDoor } from "../../visitor-door";

/** Chooses a new password by the link that came by mail. */
export async function resetPasswordAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  const after = () => redirect("/sign-in?notice=passwordChanged");
  return visitorDoor(resetPassword, { hashes: true, after })(state, form);
}
