"use client";

import { Ban, Ellipsis, KeyRound, PackageCheck, Play, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { canService, type ServiceDeed } from "@/lib/provisioning/rules/status";
import { ChangePasswordDialog } from "./change-password-dialog";
import { MarkDeliveredDialog } from "./mark-delivered-dialog";
import { ReasonDialog } from "./reason-dialog";
import type { ServiceLine } from "./types";

export type ServiceActionSet = {
  suspend?: FormAction<unknown> | undefined;
  unsuspend?: FormAction<unknown> | undefined;
  terminate?: FormAction<unknown> | undefined;
  changePassword?: FormAction<unknown> | undefined;
  markDelivered?: FormAction<unknown> | undefined;
};

type Deed = Extract<ServiceDeed, keyof ServiceActionSet>;

const items: readonly { deed: Deed; icon: ReactElement; tone?: "danger" }[] = [
  { deed: "markDelivered", icon: <PackageCheck aria-hidden="true" /> },
  { deed: "changePassword", icon: <KeyRound aria-hidden="true" /> },
  { deed: "suspend", icon: <Ban aria-hidden="true" /> },
  { deed: "unsuspend", icon: <Play aria-hidden="true" /> },
  { deed: "terminate", icon: <Trash2 aria-hidden="true" />, tone: "danger" },
];

/** What can be done to a service: what its state rules out is not offered, what has to wait says so. */
export function ServiceActions({ service, actions }: { service: ServiceLine; actions: ServiceActionSet }) {
  const t = useTranslations("services.actions");
  const [deed, setDeed] = useState<Deed>();
  const offered = items.filter(
    ({ deed: one }) =>
      actions[one] !== undefined &&
      canService(one, service.status) &&
      (one !== "changePassword" || service.hasPassword),
  );
  if (offered.length === 0) return null;

  const dialog = (of: Deed) => ({
    service,
    action: actions[of] as FormAction<unknown>,
    open: deed === of,
    onOpenChange: (open: boolean) => setDeed(open ? of : undefined),
  });
  return (
    <>
      <Menu trigger={<IconButton label={t("more")} tooltip={false} icon={<Ellipsis aria-hidden="true" />} />}>
        {offered.map(({ deed: one, icon, tone }) => (
          <MenuItem
            key={one}
            icon={icon}
            tone={tone}
            disabledReason={service.isBusy && one !== "markDelivered" ? t("busy") : undefined}
            onSelect={() => setDeed(one)}
          >
            {t(`${one}.label`)}
          </MenuItem>
        ))}
      </Menu>
      {deed === "suspend" && <ReasonDialog deed="suspend" {...dialog("suspend")} />}
      {deed === "unsuspend" && <ReasonDialog deed="unsuspend" {...dialog("unsuspend")} />}
      {deed === "terminate" && <ReasonDialog deed="terminate" {...dialog("terminate")} />}
      {deed === "changePassword" && <ChangePasswordDialog {...dialog("changePassword")} />}
      {deed === "markDelivered" && <MarkDeliveredDialog {...dialog("markDelivered")} />}
    </>
  );
}
