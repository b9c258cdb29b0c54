import { MessagesFor } from "@/components/i18n/messages-for";
import { ConfirmIdentity as Dialog } from "@/components/security/confirm-identity";
import {
  beginConfirmByPasskeyAction,
  confirmIdentityAction,
  sendConfirmCodeAction,
  waysToConfirmAction,
} from "./identity-actions";

const actions = {
  ways: waysToConfirmAction,
  confirm: confirmIdentityAction,
  beginPasskey: beginConfirmByPasskeyAction,
  sendCode: sendConfirmCodeAction,
};

/** Once in every layout for people who are signed in: sensitive actions of any form ask through it. */
export function ConfirmIdentity() {
  return (
    <MessagesFor parts={["confirmIdentity"]}>
      <Dialog actions={actions} />
    </MessagesFor>
  );
}
