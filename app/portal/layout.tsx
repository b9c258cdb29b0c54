import {
  House,
  Mails,
  ReceiptText,
  Server,
  ShieldCheck,
  ShoppingCart,
  UserRound,
  UsersRound,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLanguageAction, signOutAction } from "@/app/session-actions";
import { AccountMenu } from "@/components/account/account-menu";
import { Preferences } from "@/components/account/preferences";
import { MessagesFor } from "@/components/i18n/messages-for";
import { PortalFrame } from "@/components/shell/portal-frame";
import { SiteFooter } from "@/components/shell/site-footer";
import { listMemberships } from "@/lib/auth/operations/list-memberships";
import { listOwnClients } from "@/lib/auth/operations/list-own-clients";
import { signedIn } from "@/lib/auth/session-actor";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { can } from "@/lib/core/operation/permissions";
import { run } from "@/lib/core/operation/run";
import { listReceived } from "@/lib/mail/operations/list-received";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { listServices } from "@/lib/provisioning/operations/list-services";
import { currentLegalLinks, currentSign } from "../brand";
import { ConfirmIdentity } from "../confirm-identity";

/** Dresses the clients' pages; each of them asks for its own permission. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const person = await signedIn();
  if (person?.actor.id === undefined) return children;

  const { actor } = person;
  const [t, brand, legal, clients] = await Promise.all([
    getTranslations("shell"),
    currentSign(),
    currentLegalLinks(),
    can(actor, listOwnClients) ? run(listOwnClients, {}, { actor }) : { items: [] },
  ]);
  const current = clients.items.find(({ isCurrent }) => isCurrent)?.name;
  return (
    <MessagesFor parts={["people"]}>
      <PortalFrame
        brand={brand}
        homeHref="/portal"
        areas={[
          { href: "/portal", label: t("areas.home"), icon: <House />, exact: true },
          ...(can(actor, listServices)
            ? [{ href: "/portal/services", label: t("areas.services"), icon: <Server /> }]
            : []),
          ...(can(actor, listInvoices)
            ? [{ href: "/portal/invoices", label: t("areas.invoices"), icon: <ReceiptText /> }]
            : []),
          ...(can(actor, listOrders)
            ? [{ href: "/portal/orders", label: t("areas.orders"), icon: <ShoppingCart /> }]
            : []),
          ...(can(actor, listMemberships)
            ? [{ href: "/portal/people", label: t("areas.people"), icon: <UsersRound /> }]
            : []),
          ...(can(actor, listReceived)
            ? [{ href: "/portal/mails", label: t("areas.mail"), icon: <Mails /> }]
            : []),
          { href: "/portal/profile", label: t("areas.profile"), icon: <UserRound /> },
          { href: "/portal/security", label: t("areas.security"), icon: <ShieldCheck /> },
        ]}
        labels={{ navigation: t("navigation"), menu: t("menu") }}
        skipLabel={t("skip")}
        actions={
          <>
            <Preferences onChooseLanguage={chooseLanguageAction} />
            <AccountMenu
              name={actor.name}
              email={current === undefined ? person.email : `${person.email} · ${current}`}
              securityHref="/portal/security"
              clientsHref={clients.items.length > 1 ? "/portal/clients" : undefined}
              onSignOut={signOutAction}
            />
          </>
        }
        footer={
          <SiteFooter label={t("footer")} legal={legal}>
            {brand.name}
          </SiteFooter>
        }
      >
        {children}
        <ConfirmIdentity />
      </PortalFrame>
    </MessagesFor>
  );
}
