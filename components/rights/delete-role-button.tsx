"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

interface DeleteRoleButtonProps {
  role: { id: string; name: string; version: number; people: number };
  action: FormAction<unknown>;
}

/** Deletes a role that nobody has; says how many have it otherwise. */
export function DeleteRoleButton({ role, action }: DeleteRoleButtonProps) {
  const t = useTranslations("people.role.delete");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  if (role.people > 0)
    return <Button disabledReason={t("inUse", { count: role.people })}>{t("label")}</Button>;

  async function confirm() {
    const { error } = await runAction(action, { roleId: role.id, version: role.version });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.push("/admin/settings/roles");
  }

  return (
    <ConfirmDialog
      trigger={<Button>{t("label")}</Button>}
      title={t("title", { name: role.name })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
