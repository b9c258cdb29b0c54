"use server";

import type { ActionState } from "@/components/forms/action-state";
import { heldChallenge, keepChallenge } from "@/lib/auth/challenge-cookie";
import { beginPasskeyRegistration } from "@/lib/auth/operations/begin-passkey-registration";
import { beginTotp } from "@/lib/auth/operations/begin-totp";
import { confirmTotp } from "@/lib/auth/operations/confirm-totp";
import { registerPasskey } from "@/lib/auth/operations/register-passkey";
import { removePasskey } from "@/lib/auth/operations/remove-passkey";
import { removeTotp } from "@/lib/auth/operations/remove-totp";
import { renamePasskey } from "@/lib/auth/operations/rename-passkey";
import { renewRecoveryCodes } from "@/lib/auth/operations/renew-recovery-codes";
import { unlinkIdentity } from "@/lib/auth/operations/unlink-identity";
import { ownOrigin } from "@/lib/doors/own-origin";
import { serverAction } from "@/lib/doors/server-action";

/** What people do with their own account, on the security pages of staff and clients alike. */
export const beginTotpAction = serverAction(beginTotp);
export const confirmTotpAction = serverAction(confirmTotp);
export const removeTotpAction = serverAction(removeTotp);
export const renewRecoveryCodesAction = serverAction(renewRecoveryCodes);
export const renamePasskeyAction = serverAction(renamePasskey);
export const unlinkIdentityAction = serverAction(unlinkIdentity);
export const removePasskeyAction = serverAction(removePasskey);

const beginPasskey = serverAction(beginPasskeyRegistration, {
  extra: async () => ({ origin: await ownOrigin() }),
});

/** What the browser is asked to make; that this browser was asked stays in its cookie. */
export async function beginPasskeyAction(
  state: unknown,
  form: FormData,
): Promise<ActionState<{ options: string }>> {
  const { value, ...rest } = await beginPasskey(state, form);
  if (value === undefined) return rest;
  await keepChallenge("passkey_register", value);
  return { ...rest, value: { options: value.options } };
}

export const registerPasskeyAction = serverAction(registerPasskey, {
  extra: async () => ({ ...(await heldChallenge("passkey_register")), origin: await ownOrigin() }),
});
