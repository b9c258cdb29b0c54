import "server-only";
import { ProblemNotice } from "@/components/auth/problem-notice";
import { MessagesFor } from "@/components/i18n/messages-for";
import { LinkedSection } from "@/components/security/linked-section";
import { PasskeySection } from "@/components/security/passkey-section";
import { SecondFactorSection } from "@/components/security/second-factor-section";
import { getSecondFactor } from "@/lib/auth/operations/get-second-factor";
import { listIdentities } from "@/lib/auth/operations/list-identities";
import { listPasskeys } from "@/lib/auth/operations/list-passkeys";
import { listSessions } from "@/lib/auth/operations/list-sessions";
import { offeredProviders } from "@/lib/auth/operations/offered-providers";
import { revokeOtherSessionsAction } from "./access-actions";
import * as actions from "./account-actions";
import { connectProviderAction } from "./connect-actions";
import type { Page } from "./guarded-page";

/** The sections of a security page that are about second factors, passkeys and linked accounts; the same for staff and clients. */
export async function FactorSections({ page }: { page: Page }) {
  const [factor, passkeys, identities, offered, sessions] = await Promise.all([
    page.read(getSecondFactor, {}),
    page.read(listPasskeys, { limit: 100 }),
    page.read(listIdentities, { limit: 100 }),
    page.read(offeredProviders, {}),
    page.read(listSessions, { limit: 2 }),
  ]);
  const endOthers = sessions.items.length > 1 ? revokeOtherSessionsAction : undefined;
  return (
    <MessagesFor parts={["secondFactor", "passkeys", "identities"]}>
      <ProblemNotice code={page.search.problem} />
      <SecondFactorSection
        factor={factor}
        actions={{
          begin: actions.beginTotpAction,
          confirm: actions.confirmTotpAction,
          remove: actions.removeTotpAction,
          renewCodes: actions.renewRecoveryCodesAction,
          endOthers,
        }}
      />
      <PasskeySection
        passkeys={passkeys.items}
        actions={{
          begin: actions.beginPasskeyAction,
          register: actions.registerPasskeyAction,
          rename: actions.renamePasskeyAction,
          remove: actions.removePasskeyAction,
          endOthers,
        }}
      />
      {(offered.providers.length > 0 || identities.items.length > 0) && (
        <LinkedSection
          identities={identities.items}
          providers={offered.providers}
          actions={{ connect: connectProviderAction, unlink: actions.unlinkIdentityAction }}
        />
      )}
    </MessagesFor>
  );
}
