"use server";

import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { confirmEmailChange } from "@/lib/auth/operations/confirm-email-change";
import { visitorDoor } from "../../../visitor-door";

/** Confirms one side of a change of address. */
export async function confirmEmailChangeAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  return visitorDoor(confirmEmailChange, {
    after: ({ isComplete }) => redirect(`/check-mail?for=${isComplete ? "addressChanged" : "otherAddress"}`),
  })(state, form);
}
