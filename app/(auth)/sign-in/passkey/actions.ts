"use server";

import type { ActionState } from "@/components/forms/action-state";
import { forgetChallenge, heldChallenge, keepChallenge } from "@/lib/auth/challenge-cookie";
import { beginPasskeySignIn } from "@/lib/auth/operations/begin-passkey-sign-in";
import { signInByPasskey } from "@/lib/auth/operations/sign-in-by-passkey";
import { ownOrigin } from "@/lib/doors/own-origin";
import { serverAction } from "@/lib/doors/server-action";
import { finishSignIn, visitorOf, whereFrom } from "../../sign-in-door";

const begin = serverAction(beginPasskeySignIn, {
  actor: visitorOf,
  extra: async () => ({ origin: await ownOrigin() }),
});

/** What the browser is to ask of its passkeys. */
export async function beginPasskeySignInAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ options: string }>> {
  const { value, ...rest } = await begin(state, form);
  if (value === undefined) return rest;
  await keepChallenge("passkey_sign_in", value);
  return { ...rest, value: { options: value.options } };
}

export async function signInByPasskeyAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const door = serverAction(signInByPasskey, {
    limit: "sign-in",
    actor: visitorOf,
    extra: async () => ({
      ...(await whereFrom()),
      ...(await heldChallenge("passkey_sign_in")),
      origin: await ownOrigin(),
    }),
    async after(signedIn) {
      await forgetChallenge("passkey_sign_in");
      await finishSignIn(signedIn, next);
    },
  });
  return door(state, form);
}
