"use client";

import { Ellipsis, ShieldCheck, UserMinus, VenetianMask } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { impersonationChoices } from "@/lib/auth/rules/impersonation";
import { FormDialog } from "./form-dialog";
import type { Choice, MemberLine } from "./types";

export type MemberActionSet = {
  changeRole?: FormAction<unknown>;
  remove?: FormAction<unknown>;
  impersonate?: FormAction<unknown>;
};

interface MemberActionsProps {
  member: MemberLine;
  isOwn: boolean;
  roles: readonly Choice[];
  actions: MemberActionSet;
}

/** What can be done about somebody who acts for a client. */
export function MemberActions({ member, isOwn, roles, actions }: MemberActionsProps) {
  const t = useTranslations("people.actions");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  const [deed, setDeed] = useState<"role" | "remove" | "impersonate">();
  const { changeRole, remove, impersonate } = actions;
  if (!changeRole && !remove && !impersonate) return null;
  const own = isOwn ? t("own") : undefined;
  const reference = { membershipId: member.id, version: member.version };
  const closing = (open: boolean) => setDeed((now) => (open ? now : undefined));

  async function confirmRemoval() {
    if (!remove) return undefined;
    const { error } = await runAction(remove, reference);
    if (error) return text.refusal(error);
    toast.success(t("leave.done"));
    router.refresh();
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton
            size="sm"
            label={t("more", { name: member.name })}
            tooltip={false}
            icon={<Ellipsis aria-hidden="true" />}
          />
        }
      >
        {impersonate && member.status === "ACTIVE" && (
          <MenuItem icon={<VenetianMask aria-hidden="true" />} onSelect={() => setDeed("impersonate")}>
            {t("impersonate.label")}
          </MenuItem>
        )}
        {changeRole && (
          <MenuItem
            icon={<ShieldCheck aria-hidden="true" />}
            disabledReason={own}
            onSelect={() => setDeed("role")}
          >
            {t("role.label")}
          </MenuItem>
        )}
        {remove && (
          <MenuItem
            icon={<UserMinus aria-hidden="true" />}
            tone="danger"
            disabledReason={own}
            onSelect={() => setDeed("remove")}
          >
            {t("leave.label")}
          </MenuItem>
        )}
      </Menu>
      {changeRole && (
        <FormDialog
          open={deed === "role"}
          onOpenChange={closing}
          title={t("role.title", { name: member.name })}
          description={t("role.text")}
          action={changeRole}
          hidden={reference}
          fields={["role"]}
          submit={t("role.submit")}
          done={t("role.done")}
        >
          <FormSelect name="role" label={t("role.field")} options={roles} defaultValue={member.role} />
        </FormDialog>
      )}
      {remove && (
        <ConfirmDialog
          open={deed === "remove"}
          onOpenChange={closing}
          title={t("leave.title", { name: member.name })}
          confirmLabel={t("leave.label")}
          cancelLabel={common("cancel")}
          onConfirm={confirmRemoval}
        >
          {t("leave.text")}
        </ConfirmDialog>
      )}
      {impersonate && (
        <FormDialog
          open={deed === "impersonate"}
          onOpenChange={closing}
          title={t("impersonate.title", { name: member.name })}
          description={t("impersonate.text")}
          action={impersonate}
          hidden={{ userId: member.userId, clientId: member.clientId }}
          fields={["reason", "minutes"]}
          submit={t("impersonate.submit")}
          done={t("impersonate.done")}
        >
          <FormField
            name="reason"
            label={t("impersonate.reason")}
            help={t("impersonate.reasonHelp")}
            maxLength={300}
            autoComplete="off"
            required
          />
          <FormSelect
            name="minutes"
            label={t("impersonate.minutes")}
            defaultValue="30"
            options={impersonationChoices.map((count) => ({
              value: String(count),
              label: t("impersonate.minuteCount", { count }),
            }))}
          />
        </FormDialog>
      )}
    </>
  );
}
