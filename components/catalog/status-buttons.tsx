"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { CatalogStatus } from "@/lib/catalog/rules/offer";

interface StatusButtonsProps {
  /** Which record, in which version, as the action names it. */
  record: Readonly<Record<string, string | number>>;
  name: string;
  status: CatalogStatus;
  action: FormAction<unknown>;
  /** What the record can become; hidden only where that means something. */
  canHide?: boolean;
}

/** Publishes, hides or retires; the last is asked about, because it takes something off the shelf. */
export function StatusButtons({ record, name, status, action, canHide = true }: StatusButtonsProps) {
  const t = useTranslations("catalog.actions");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  const [isBusy, setIsBusy] = useState(false);

  async function change(to: CatalogStatus) {
    const { error } = await runAction(action, { ...record, status: to });
    router.refresh();
    return error && text.refusal(error);
  }
  async function press(to: CatalogStatus) {
    setIsBusy(true);
    const problem = await change(to);
    setIsBusy(false);
    if (problem) toast.error(problem);
    else toast.success(t(`done.${to}`));
  }

  return (
    <>
      {status !== "ACTIVE" && (
        <Button
          type="button"
          variant={status === "DRAFT" ? "primary" : "secondary"}
          pending={isBusy}
          onClick={() => press("ACTIVE")}
        >
          {t(status === "DRAFT" ? "publish" : status === "HIDDEN" ? "show" : "bringBack")}
        </Button>
      )}
      {canHide && (status === "ACTIVE" || status === "DRAFT") && (
        <Button type="button" pending={isBusy} onClick={() => press("HIDDEN")}>
          {t("hide")}
        </Button>
      )}
      {status !== "RETIRED" && (
        <ConfirmDialog
          trigger={
            <Button type="button" variant="ghost">
              {t("retire")}
            </Button>
          }
          title={t("retireTitle", { name })}
          confirmLabel={t("retire")}
          cancelLabel={common("cancel")}
          onConfirm={() => change("RETIRED")}
        >
          {t("retireText")}
        </ConfirmDialog>
      )}
    </>
  );
}
