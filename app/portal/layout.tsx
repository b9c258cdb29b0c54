import { House, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLanguageAction, signOutAction } from "@/app/session-actions";
import { AccountMenu } from "@/components/account/account-menu";
import { Preferences } from "@/components/account/preferences";
import { PortalFrame } from "@/components/shell/portal-frame";
import { SiteFooter } from "@/components/shell/site-footer";
import { signedIn } from "@/lib/auth/session-actor";
import { currentSign } from "../brand";
import { ConfirmIdentity } from "../confirm-identity";

/** Dresses the clients' pages; each of them asks for its own permission. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const person = await signedIn();
  if (person?.actor.id === undefined) return children;

  const [t, brand] = await Promise.all([getTranslations("shell"), currentSign()]);
  return (
    <PortalFrame
      brand={brand}
      homeHref="/portal"
      areas={[
        { href: "/portal", label: t("areas.home"), icon: <House />, exact: true },
        { href: "/portal/profile", label: t("areas.profile"), icon: <UserRound /> },
      ]}
      labels={{ navigation: t("navigation"), menu: t("menu") }}
      skipLabel={t("skip")}
      actions={
        <>
          <Preferences onChooseLanguage={chooseLanguageAction} />
          <AccountMenu name={person.actor.name} email={person.email} onSignOut={signOutAction} />
        </>
      }
      footer={<SiteFooter label={t("footer")}>{brand.name}</SiteFooter>}
    >
      {children}
      <ConfirmIdentity />
    </PortalFrame>
  );
}
