"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

/** Asks, since mail to a dead address harms the name of who sends it. */
export function LiftMarkButton({
  mark,
  action,
}: {
  mark: { id: string; address: string };
  action: FormAction<unknown>;
}) {
  const t = useTranslations("mailbox.lift");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function confirm() {
    const { error } = await runAction(action, { suppressionId: mark.id });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t("labelOf", { address: mark.address })}>
          {t("label")}
        </Button>
      }
      title={t("title", { address: mark.address })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      tone="primary"
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
