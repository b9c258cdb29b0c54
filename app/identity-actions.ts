"use server";

import { headers } from "next/headers";
import type { ActionState } from "@/components/forms/action-state";
import { heldChallenge, keepChallenge } from "@/lib/auth/challenge-cookie";
import { startBrowserSession } from "@/lib/auth/next-auth";
import { beginPasskeyConfirmation } from "@/lib/auth/operations/begin-passkey-confirmation";
import { confirmSession } from "@/lib/auth/operations/confirm-session";
import { sendConfirmCode } from "@/lib/auth/operations/send-confirm-code";
import { waysToConfirm } from "@/lib/auth/operations/ways-to-confirm";
import { withPasswordPlace } from "@/lib/auth/password";
import { ownOrigin } from "@/lib/doors/own-origin";
import { problemState } from "@/lib/doors/problem-state";
import { serverAction } from "@/lib/doors/server-action";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

export const waysToConfirmAction = serverAction(waysToConfirm);

const begin = serverAction(beginPasskeyConfirmation, { extra: async () => ({ origin: await ownOrigin() }) });

/** What the browser is to ask the person's passkey. */
export async function beginConfirmByPasskeyAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ options: string }>> {
  const { value, ...rest } = await begin(state, form);
  if (value === undefined) return rest;
  await keepChallenge("fresh_sign_in", value);
  return { ...rest, value: { options: value.options } };
}

const send = serverAction(sendConfirmCode);

/** Sends a code to the person's address; what it is tried with stays in this browser's cookie. */
export async function sendConfirmCodeAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ sentTo: string }>> {
  const { value, ...rest } = await send(state, form);
  if (value === undefined) return rest;
  await keepChallenge("mail_code", value);
  return { ...rest, value: { sentTo: value.sentTo } };
}

/** Proves who the person is, and moves this browser to the session's new id. */
export async function confirmIdentityAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ isConfirmed: true }>> {
  const door = serverAction(confirmSession, {
    extra: async () => {
      if (form.has("mailCode")) return heldChallenge("mail_code");
      return form.has("response")
        ? { ...(await heldChallenge("fresh_sign_in")), origin: await ownOrigin() }
        : {};
    },
    async after({ sessionId, userId }) {
      const tenantId = await tenantForHost((await headers()).get("host") ?? "");
      if (tenantId !== undefined) await startBrowserSession({ userId, tenantId, sessionId });
    },
  });
  const { value, ...rest } = await withPasswordPlace(() => door(state, form)).catch(problemState);
  return value === undefined ? rest : { ...rest, value: { isConfirmed: true } };
}
