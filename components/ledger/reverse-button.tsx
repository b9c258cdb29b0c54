"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

interface ReverseButtonProps {
  entry: { id: string; description: string };
  action: FormAction<{ id: string }>;
  /** Code of the refusal that stands in the way, if one does. */
  refusedBy?: string;
}

/** Takes an entry back by a second one; the button says why when it cannot. */
export function ReverseButton({ entry, action, refusedBy }: ReverseButtonProps) {
  const t = useTranslations("ledger.reverse");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  if (refusedBy) return <Button disabledReason={text.refusal({ code: refusedBy })}>{t("label")}</Button>;

  async function confirm() {
    const { value, error } = await runAction(action, { entryId: entry.id });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    if (value) router.push(`/admin/ledger/entries/${value.id}`);
  }

  return (
    <ConfirmDialog
      trigger={<Button>{t("label")}</Button>}
      title={t("title", { description: entry.description })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      tone="primary"
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
