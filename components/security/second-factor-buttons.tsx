"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { SecondFactorActions } from "./actions";
import { useFactorChanged } from "./use-factor-changed";

interface SecondFactorButtonsProps {
  actions: SecondFactorActions;
  onCodes: (made: { recoveryCodes: string[] }) => void;
}

/** New recovery codes, and the way out. Both ask first. */
export function SecondFactorButtons({ actions, onCodes }: SecondFactorButtonsProps) {
  const t = useTranslations("secondFactor");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  const changed = useFactorChanged(actions.endOthers);

  async function renew() {
    const { value, error } = await runAction(actions.renewCodes, {});
    if (value) onCodes(value);
    return error && text.refusal(error);
  }

  async function remove() {
    const { error } = await runAction(actions.remove, {});
    if (error) return text.refusal(error);
    changed(t("remove.done"));
    router.refresh();
  }

  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        trigger={<Button>{t("codes.renew")}</Button>}
        title={t("codes.renewTitle")}
        confirmLabel={t("codes.renewConfirm")}
        cancelLabel={common("cancel")}
        tone="primary"
        onConfirm={renew}
      >
        {t("codes.renewText")}
      </ConfirmDialog>
      <ConfirmDialog
        trigger={<Button>{t("remove.label")}</Button>}
        title={t("remove.title")}
        confirmLabel={t("remove.confirm")}
        cancelLabel={common("cancel")}
        onConfirm={remove}
      >
        {t("remove.text")}
      </ConfirmDialog>
    </div>
  );
}
