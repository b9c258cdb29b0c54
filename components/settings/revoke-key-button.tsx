"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

/** Asks, since a revoked key never works again. */
export function RevokeKeyButton({
  apiKey,
  action,
}: {
  apiKey: { id: string; name: string };
  action: FormAction<unknown>;
}) {
  const t = useTranslations("settings.apiKeys.revoke");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function confirm() {
    const { error } = await runAction(action, { apiKeyId: apiKey.id });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t("labelOf", { name: apiKey.name })}>
          {t("label")}
        </Button>
      }
      title={t("title", { name: apiKey.name })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
