"use server";

import { headers } from "next/headers";
import type { ActionState } from "@/components/forms/action-state";
import { signIn } from "@/lib/auth/operations/sign-in";
import { withPasswordPlace } from "@/lib/auth/password";
import { Refusal } from "@/lib/core/errors";
import { requestIdOf } from "@/lib/core/http/request-id";
import { serverAction } from "@/lib/doors/server-action";
import { finishSignIn, visitorOf, whereFrom } from "../sign-in-door";

/** Signs in with address and password and goes where the person wanted to, or on to the second factor. */
export async function signInAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const door = serverAction(signIn, {
    limit: "sign-in",
    actor: visitorOf,
    extra: whereFrom,
    after: (signedIn) => finishSignIn(signedIn, next),
  });
  return withPasswordPlace(() => door(state, form)).catch(tooBusy);
}

async function tooBusy(error: unknown): Promise<ActionState<unknown>> {
  if (!(error instanceof Refusal)) throw error;
  const { code, message } = error;
  return { ok: false, error: { code, message, requestId: requestIdOf(await headers()) } };
}
