"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

interface EndSessionsButtonProps {
  which: "others" | "everywhere";
  action: FormAction<unknown>;
}

/** Signs out in many browsers at once, after a question. */
export function EndSessionsButton({ which, action }: EndSessionsButtonProps) {
  const t = useTranslations(`security.sessions.${which}`);
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function confirm() {
    const { error } = await runAction(action, {});
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={<Button size="sm">{t("label")}</Button>}
      title={t("title")}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      tone={which === "everywhere" ? "danger" : "primary"}
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
