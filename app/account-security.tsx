import "server-only";
import { MessagesFor } from "@/components/i18n/messages-for";
import { PasskeySection } from "@/components/security/passkey-section";
import { SecondFactorSection } from "@/components/security/second-factor-section";
import { getSecondFactor } from "@/lib/auth/operations/get-second-factor";
import { listPasskeys } from "@/lib/auth/operations/list-passkeys";
import * as actions from "./account-actions";
import type { Page } from "./guarded-page";

/** The sections of a security page that are about second factors, passkeys and linked accounts; the same for staff and clients. */
export async function FactorSections({ page }: { page: Page }) {
  const [factor, passkeys] = [
    await page.read(getSecondFactor, {}),
    await page.read(listPasskeys, { limit: 100 }),
  ];
  return (
    <MessagesFor parts={["secondFactor", "passkeys"]}>
      <SecondFactorSection
        factor={factor}
        actions={{
          begin: actions.beginTotpAction,
          confirm: actions.confirmTotpAction,
          remove: actions.removeTotpAction,
          renewCodes: actions.renewRecoveryCodesAction,
        }}
      />
      <PasskeySection
        passkeys={passkeys.items}
        actions={{
          begin: actions.beginPasskeyAction,
          register: actions.registerPasskeyAction,
          rename: actions.renamePasskeyAction,
          remove: actions.removePasskeyAction,
        }}
      />
    </MessagesFor>
  );
}
