"use server";

import type { ActionState } from "@/components/forms/action-state";
import { forgetChallenge, heldChallenge } from "@/lib/auth/challenge-cookie";
import { giveSecondFactor } from "@/lib/auth/operations/give-second-factor";
import { serverAction } from "@/lib/doors/server-action";
import { finishSignIn, visitorOf, whereFrom } from "../../sign-in-door";

/** The second factor of a sign-in that this browser began. */
export async function giveSecondFactorAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const door = serverAction(giveSecondFactor, {
    limit: "sign-in",
    actor: visitorOf,
    extra: async () => ({ ...(await whereFrom()), ...(await heldChallenge("second_factor")) }),
    async after(signedIn) {
      await forgetChallenge("second_factor");
      await finishSignIn(signedIn, next);
    },
  });
  return door(state, form);
}
