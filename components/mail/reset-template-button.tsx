"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

interface ResetTemplateButtonProps {
  template: string;
  language: string;
  version: number;
  action: FormAction<unknown>;
}

/** Takes back the company's own words in one language. */
export function ResetTemplateButton({ template, language, version, action }: ResetTemplateButtonProps) {
  const t = useTranslations("mailbox.reset");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function confirm() {
    const { error } = await runAction(action, { template, language, version });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={<Button>{t("label")}</Button>}
      title={t("title")}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
