"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { visitorOf } from "@/app/(auth)/sign-in-door";
import type { ActionState } from "@/components/forms/action-state";
import { forgetChallenge, heldChallenge, keepChallenge } from "@/lib/auth/challenge-cookie";
import { beginProviderTrip } from "@/lib/auth/next-auth-providers";
import { beginIdentity } from "@/lib/auth/operations/begin-identity";
import { linkIdentity } from "@/lib/auth/operations/link-identity";
import { loadProvider } from "@/lib/auth/providers/call";
import { signedIn } from "@/lib/auth/session-actor";
import { problemState } from "@/lib/doors/problem-state";
import { serverAction } from "@/lib/doors/server-action";

const begin = serverAction(beginIdentity);

/** From the security page: sends the person to a provider, to connect with what they are there. */
export async function connectProviderAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ address: string }>> {
  const begun = await begin(state, form);
  if (begun.value === undefined) return { ...begun, value: undefined };
  try {
    const { tenantId } = await visitorOf(await headers());
    const address = await beginProviderTrip(await loadProvider(tenantId, String(form.get("providerId"))));
    await keepChallenge("link_identity", begun.value);
    return { ok: true, value: { address } };
  } catch (error) {
    return problemState(error);
  }
}

/** After signing in: the owner of the address says that the two belong together. */
export async function confirmConnectionAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  const door = serverAction(linkIdentity, {
    extra: () => heldChallenge("link_identity"),
    async after() {
      await forgetChallenge("link_identity");
      const person = await signedIn();
      redirect(person?.actor.audience === "staff" ? "/admin/settings/security" : "/portal/security");
    },
  });
  return door(state, form);
}
