"use server";

import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { requestReset } from "@/lib/auth/operations/request-reset";
import { visitorDoor } from "../visitor-door";

/** Asks for a link to choose a new password. */
export async function requestResetAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  return visitorDoor(requestReset, { after: () => redirect("/check-mail?for=reset") })(state, form);
}
