"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { forgetChallenge, keepChallenge } from "@/lib/auth/challenge-cookie";
import { beginProviderTrip } from "@/lib/auth/next-auth-providers";
import { beginProviderSignIn } from "@/lib/auth/operations/begin-provider-sign-in";
import { loadProvider } from "@/lib/auth/providers/call";
import { rememberNext } from "@/lib/doors/next-cookie";
import { ownOrigin } from "@/lib/doors/own-origin";
import { problemState } from "@/lib/doors/problem-state";
import { serverAction } from "@/lib/doors/server-action";
import { visitorOf } from "../../sign-in-door";

/** Sends the person to a provider to sign in there. */
export async function signInByProviderAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const door = serverAction(beginProviderSignIn, { limit: "sign-in", actor: visitorOf });
  const begun = await door(state, form);
  if (begun.value === undefined) return begun;

  try {
    await ownOrigin();
    const { tenantId } = await visitorOf(await headers());
    const address = await beginProviderTrip(await loadProvider(tenantId, String(form.get("providerId"))));
    await keepChallenge("provider", begun.value);
    await forgetChallenge("link_identity");
    await rememberNext(next);
    redirect(address);
  } catch (error) {
    return problemState(error);
  }
}
