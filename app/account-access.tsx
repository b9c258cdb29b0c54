import "server-only";
import { getLocale } from "next-intl/server";
import { MessagesFor } from "@/components/i18n/messages-for";
import { EmailSection } from "@/components/security/email-section";
import { ImpersonationsSection } from "@/components/security/impersonations-section";
import { PasswordSection } from "@/components/security/password-section";
import { SessionsSection } from "@/components/security/sessions-section";
import { getAccess } from "@/lib/auth/operations/get-access";
import { listImpersonations } from "@/lib/auth/operations/list-impersonations";
import { listSessions } from "@/lib/auth/operations/list-sessions";
import { countryName } from "@/lib/i18n/countries";
import * as actions from "./access-actions";
import type { Page } from "./guarded-page";

/** The sections of a security page that are about password and address; the same for staff and clients. */
export async function AccessSections({ page }: { page: Page }) {
  const { email, hasPassword, passwordChangedAt } = await page.read(getAccess, {});
  const name = page.actor.name;
  return (
    <MessagesFor parts={["security", "accounts"]}>
      <PasswordSection
        action={actions.changePasswordAction}
        hasPassword={hasPassword}
        changedAt={passwordChangedAt}
        context={[name, email]}
      />
      <EmailSection action={actions.requestEmailChangeAction} email={email} />
    </MessagesFor>
  );
}

/** Who of the company acted as the person; nothing where nobody did, and where the company does not show it. */
export async function Impersonations({ page }: { page: Page }) {
  if (!page.may(listImpersonations)) return null;
  const { items } = await page.read(listImpersonations, { limit: 50 });
  return items.length === 0 ? null : <ImpersonationsSection items={items} />;
}

/** Where the person is signed in. */
export async function Sessions({ page }: { page: Page }) {
  const [locale, { items }] = await Promise.all([getLocale(), page.read(listSessions, { limit: 100 })]);
  const sessions = items.map(({ expiresAt: _, place, ...session }) => ({
    ...session,
    place: place && countryName(place, locale),
  }));
  return (
    <MessagesFor parts={["security"]}>
      <SessionsSection
        sessions={sessions}
        actions={{
          end: actions.revokeSessionAction,
          endOthers: actions.revokeOtherSessionsAction,
          endAll: actions.signOutEverywhereAction,
        }}
      />
    </MessagesFor>
  );
}
