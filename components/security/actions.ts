import type { FormAction } from "@/components/forms/action-state";
import type { NewTotp } from "./new-totp";

export type WaysToConfirm = { password: boolean; code: boolean; passkey: boolean; mailCode: boolean };

export interface ConfirmIdentityActions {
  ways: FormAction<WaysToConfirm>;
  confirm: FormAction<unknown>;
  beginPasskey: FormAction<{ options: string }>;
  sendCode: FormAction<{ sentTo: string }>;
}

export interface SecondFactorActions {
  begin: FormAction<NewTotp>;
  confirm: FormAction<{ recoveryCodes: string[] }>;
  remove: FormAction<unknown>;
  renewCodes: FormAction<{ recoveryCodes: string[] }>;
  /** Absent where nobody is signed in elsewhere. */
  endOthers?: FormAction<unknown> | undefined;
}

export type PasskeyLine = {
  id: string;
  name: string;
  host: string;
  isBackedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
};

export interface PasskeyActions {
  begin: FormAction<{ options: string }>;
  register: FormAction<unknown>;
  rename: FormAction<unknown>;
  remove: FormAction<unknown>;
  endOthers?: FormAction<unknown> | undefined;
}
