"use client";

import { ArrowLeftRight, LogOut, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { PersonMenu } from "@/components/shell/person-menu";
import { MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";

interface AccountMenuProps {
  name: string;
  email: string;
  /** Where a person of several clients chooses among them. */
  clientsHref?: string;
  /** Where the person looks after password, devices and the rest. */
  securityHref?: string;
  onSignOut: () => Promise<void>;
}

/** Who is signed in, and the way out. */
export function AccountMenu({ name, email, securityHref, clientsHref, onSignOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  return (
    <PersonMenu label={t("account", { name })} name={name} detail={email}>
      {securityHref && (
        <>
          <MenuLink href={securityHref} icon={<ShieldCheck aria-hidden="true" />}>
            {t("security")}
          </MenuLink>
          <MenuSeparator />
        </>
      )}
      {clientsHref && (
        <>
          <MenuLink href={clientsHref} icon={<ArrowLeftRight aria-hidden="true" />}>
            {t("switchClient")}
          </MenuLink>
          <MenuSeparator />
        </>
      )}
      <MenuItem
        icon={<LogOut aria-hidden="true" className="rtl:-scale-x-100" />}
        onSelect={() => startTransition(onSignOut)}
      >
        {t("signOut")}
      </MenuItem>
    </PersonMenu>
  );
}
