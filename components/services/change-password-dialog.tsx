"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { DeedDialogProps } from "./types";

/** Nobody types a password: one is made. What needs saying is that the old one ends. */
export function ChangePasswordDialog({ service, action, ...dialog }: DeedDialogProps) {
  const t = useTranslations("services.actions.changePassword");
  const common = useTranslations("common");
  const problems = useProblemText();
  const router = useRouter();

  async function change() {
    const { error } = await runAction(action, { serviceId: service.id, version: service.version });
    if (error) return problems.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      {...dialog}
      title={t("title", { label: service.label })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      tone="primary"
      onConfirm={change}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
