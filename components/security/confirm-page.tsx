"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { CodeField } from "@/components/forms/code-field";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import type { WaysToConfirm } from "./actions";

/** The same question as the dialog's, as plain forms. */
export function ConfirmPage({ ways, action }: { ways: WaysToConfirm; action: FormAction<unknown> }) {
  const t = useTranslations("confirmIdentity");
  return (
    <div className="grid gap-8">
      {ways.code && (
        <ActionForm action={action} fields={["code"]} guardsChanges={false}>
          <CodeField label={t("code")} help={t("codeHelp")} />
          <SubmitButton className="w-full">{t("confirm")}</SubmitButton>
        </ActionForm>
      )}
      {ways.password && (
        <ActionForm action={action} fields={["password"]} guardsChanges={false}>
          <FormField
            name="password"
            type="password"
            dir="ltr"
            label={t("password")}
            autoComplete="current-password"
            required
          />
          <SubmitButton className="w-full">{t("confirm")}</SubmitButton>
        </ActionForm>
      )}
      {!ways.code && !ways.password && <p className="text-muted">{t("noWay")}</p>}
    </div>
  );
}
