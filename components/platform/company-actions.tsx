"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { FormDialog } from "@/components/people/form-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

interface Props {
  company: { id: string; name: string };
  action: FormAction<unknown>;
}

/** Stops a company, with a reason that its history keeps. */
export function SuspendCompany({ company, action }: Props) {
  const t = useTranslations("platform.suspend");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FormDialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button>{t("label")}</Button>}
      title={t("title", { name: company.name })}
      description={t("text")}
      action={action}
      hidden={{ companyId: company.id }}
      fields={["reason"]}
      submit={t("submit")}
      done={t("done")}
    >
      <FormField
        name="reason"
        label={t("reason")}
        help={t("reasonHelp")}
        maxLength={200}
        autoComplete="off"
        required
      />
    </FormDialog>
  );
}

export function ResumeCompany({ company, action }: Props) {
  const t = useTranslations("platform.resume");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function resume() {
    const { error } = await runAction(action, { companyId: company.id });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={<Button variant="primary">{t("label")}</Button>}
      title={t("title", { name: company.name })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      tone="primary"
      onConfirm={resume}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
