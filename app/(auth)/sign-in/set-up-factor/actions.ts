"use server";

import type { ActionState } from "@/components/forms/action-state";
import { heldChallenge } from "@/lib/auth/challenge-cookie";
import { beginFirstTotp } from "@/lib/auth/operations/begin-first-totp";
import { confirmFirstTotp } from "@/lib/auth/operations/confirm-first-totp";
import { serverAction } from "@/lib/doors/server-action";
import { afterSignIn, visitorOf, whereFrom } from "../../sign-in-door";

export const beginSetUpAction = serverAction(beginFirstTotp, {
  limit: "sign-in",
  actor: visitorOf,
  extra: () => heldChallenge("second_factor_setup"),
});

type Entered = { recoveryCodes: string[]; path: string };

/** Signs in and hands the recovery codes over. The page stays, so that they can be kept; where it goes then is part of the answer. */
export async function confirmSetUpAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<Entered>> {
  let path: string = "/";
  const door = serverAction(confirmFirstTotp, {
    limit: "sign-in",
    actor: visitorOf,
    extra: async () => ({ ...(await whereFrom()), ...(await heldChallenge("second_factor_setup")) }),
    async after({ signedIn }) {
      path = await afterSignIn(signedIn, next);
    },
  });
  const { value, ...rest } = await door(state, form);
  return value ? { ...rest, value: { recoveryCodes: value.recoveryCodes, path } } : rest;
}
