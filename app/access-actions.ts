"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { endBrowserSession } from "@/lib/auth/next-auth";
import { changePassword } from "@/lib/auth/operations/change-password";
import { requestEmailChange } from "@/lib/auth/operations/request-email-change";
import { revokeOtherSessions } from "@/lib/auth/operations/revoke-other-sessions";
import { revokeSession } from "@/lib/auth/operations/revoke-session";
import { withPasswordPlace } from "@/lib/auth/password";
import { Refusal } from "@/lib/core/errors";
import { requestIdOf } from "@/lib/core/http/request-id";
import { serverAction } from "@/lib/doors/server-action";

/** What people do with the ways into their own account, on the security pages of staff and clients alike. */
export const requestEmailChangeAction = serverAction(requestEmailChange);
export const revokeSessionAction = serverAction(revokeSession);
export const revokeOtherSessionsAction = serverAction(revokeOtherSessions);

const change = serverAction(changePassword);

export async function changePasswordAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ sessionsEnded: number }>> {
  return withPasswordPlace(() => change(state, form)).catch(async (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    return { ok: false, error: { code, message, requestId: requestIdOf(await headers()) } };
  });
}

const leave = serverAction(revokeOtherSessions, {
  extra: async () => ({ includingThis: true }),
  async after() {
    await endBrowserSession();
    redirect("/sign-in");
  },
});

/** Signs the person out in every browser, this one too. */
export async function signOutEverywhereAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ sessionsEnded: number }>> {
  return leave(state, form);
}
