import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLanguageAction, signOutAction } from "@/app/session-actions";
import { AccountMenu } from "@/components/account/account-menu";
import { Preferences } from "@/components/account/preferences";
import { AdminCrumbs } from "@/components/admin/admin-crumbs";
import { MessagesFor } from "@/components/i18n/messages-for";
import { ListKeys } from "@/components/lists/list-keys";
import { Palette } from "@/components/palette/palette";
import { AdminFrame } from "@/components/shell/admin-frame";
import { sidebarCookie } from "@/components/shell/sidebar-cookie";
import { TopBar } from "@/components/shell/top-bar";
import { signedIn } from "@/lib/auth/session-actor";
import { currentSign } from "../brand";
import { ConfirmIdentity } from "../confirm-identity";
import { adminAreas } from "./areas";
import { paletteChoices } from "./palette-choices";

/** Dresses the admin's pages; each of them asks for its own permission. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const person = await signedIn();
  // Anybody else is sent away by the page itself; there is nothing to dress.
  if (person?.actor.audience !== "staff") return children;

  const [t, brand, groups, jar] = await Promise.all([
    getTranslations("shell"),
    currentSign(),
    adminAreas(person.actor),
    cookies(),
  ]);
  const { groups: choices, kinds } = await paletteChoices(person.actor, groups);
  return (
    <MessagesFor
      parts={[
        "palette",
        "catalog",
        "store",
        "clients",
        "ledger",
        "audit",
        "settings",
        "mailbox",
        "people",
        "durable",
        "platform",
        "invoices",
        "payments",
        "taxRules",
      ]}
    >
      <AdminFrame
        brand={brand}
        homeHref="/admin"
        groups={groups}
        labels={{ navigation: t("navigation"), collapse: t("collapse"), expand: t("expand") }}
        skipLabel={t("skip")}
        moreLabel={t("more")}
        defaultCollapsed={jar.get(sidebarCookie)?.value === "collapsed"}
        topBar={
          <TopBar
            search={<Palette groups={choices} kinds={kinds} />}
            actions={
              <>
                <Preferences onChooseLanguage={chooseLanguageAction} />
                <AccountMenu
                  name={person.actor.name}
                  email={person.email}
                  securityHref="/admin/settings/security"
                  onSignOut={signOutAction}
                />
              </>
            }
          >
            <AdminCrumbs />
          </TopBar>
        }
      >
        {children}
        <ListKeys />
        <ConfirmIdentity />
      </AdminFrame>
    </MessagesFor>
  );
}
