"use client";

import { Ban, Ellipsis, ShieldCheck, Trash2, UserCheck } from "lucide-react";
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
import { FormDialog } from "./form-dialog";
import type { Choice, PersonLine } from "./types";

export type StaffActionSet = {
  changeRole?: FormAction<unknown>;
  suspend?: FormAction<unknown>;
  reactivate?: FormAction<unknown>;
  remove?: FormAction<unknown>;
};

type Deed = "role" | "suspend" | "reactivate" | "remove";

/** What can be done to a colleague's account. Their own is for others, which the menu says. */
export function StaffActions({
  person,
  isOwn,
  roles,
  actions,
}: {
  person: Pick<PersonLine, "id" | "name" | "role" | "status" | "version">;
  isOwn: boolean;
  roles: readonly Choice[];
  actions: StaffActionSet;
}) {
  const t = useTranslations("people.actions");
  const [deed, setDeed] = useState<Deed>();
  const own = isOwn ? t("own") : undefined;
  const reference = { userId: person.id, version: person.version };
  const closing = (open: boolean) => setDeed((now) => (open ? now : undefined));
  const isSuspended = person.status === "SUSPENDED";

  return (
    <>
      <Menu
        trigger={
          <IconButton
            size="sm"
            label={t("more", { name: person.name })}
            tooltip={false}
            icon={<Ellipsis aria-hidden="true" />}
          />
        }
      >
        {actions.changeRole && (
          <MenuItem
            icon={<ShieldCheck aria-hidden="true" />}
            disabledReason={own}
            onSelect={() => setDeed("role")}
          >
            {t("role.label")}
          </MenuItem>
        )}
        {actions.reactivate && isSuspended && (
          <MenuItem
            icon={<UserCheck aria-hidden="true" />}
            disabledReason={own}
            onSelect={() => setDeed("reactivate")}
          >
            {t("reactivate.label")}
          </MenuItem>
        )}
        {actions.suspend && !isSuspended && (
          <MenuItem
            icon={<Ban aria-hidden="true" />}
            disabledReason={own}
            onSelect={() => setDeed("suspend")}
          >
            {t("suspend.label")}
          </MenuItem>
        )}
        {actions.remove && (
          <MenuItem
            icon={<Trash2 aria-hidden="true" />}
            tone="danger"
            disabledReason={own}
            onSelect={() => setDeed("remove")}
          >
            {t("remove.label")}
          </MenuItem>
        )}
      </Menu>
      {actions.changeRole && (
        <FormDialog
          open={deed === "role"}
          onOpenChange={closing}
          title={t("role.title", { name: person.name })}
          description={t("role.text")}
          action={actions.changeRole}
          hidden={reference}
          fields={["role"]}
          submit={t("role.submit")}
          done={t("role.done")}
        >
          <FormSelect name="role" label={t("role.field")} options={roles} defaultValue={person.role} />
        </FormDialog>
      )}
      {actions.suspend && (
        <FormDialog
          open={deed === "suspend"}
          onOpenChange={closing}
          title={t("suspend.title", { name: person.name })}
          description={t("suspend.text")}
          action={actions.suspend}
          hidden={reference}
          fields={["reason"]}
          submit={t("suspend.label")}
          done={t("suspend.done")}
        >
          <FormField name="reason" label={t("suspend.reason")} maxLength={300} autoComplete="off" required />
        </FormDialog>
      )}
      <Confirmed
        deed="reactivate"
        isOpen={deed === "reactivate"}
        {...{ person, closing, action: actions.reactivate }}
      />
      <Confirmed deed="remove" isOpen={deed === "remove"} {...{ person, closing, action: actions.remove }} />
    </>
  );
}

function Confirmed({
  deed,
  isOpen,
  person,
  closing,
  action,
}: {
  deed: "reactivate" | "remove";
  isOpen: boolean;
  person: { id: string; name: string; version: number };
  closing: (open: boolean) => void;
  action: FormAction<unknown> | undefined;
}) {
  const t = useTranslations("people.actions");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  if (!action) return null;
  const act = action;

  async function confirm() {
    const { error } = await runAction(act, { userId: person.id, version: person.version });
    if (error) return text.refusal(error);
    toast.success(t(`${deed}.done`));
    router.refresh();
  }

  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={closing}
      title={t(`${deed}.title`, { name: person.name })}
      confirmLabel={t(`${deed}.label`)}
      cancelLabel={common("cancel")}
      tone={deed === "remove" ? "danger" : "primary"}
      onConfirm={confirm}
    >
      {t(`${deed}.text`)}
    </ConfirmDialog>
  );
}
