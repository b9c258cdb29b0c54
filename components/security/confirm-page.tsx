"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { CodeField } from "@/components/forms/code-field";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import type { WaysToConfirm } from "./actions";
import { MailCodeField } from "./mail-code-proof";

interface ConfirmPageProps {
  ways: WaysToConfirm;
  action: FormAction<unknown>;
  sendCode: FormAction<{ sentTo: string }>;
}

/** The same question as the dialog's, as plain forms. */
export function ConfirmPage({ ways, action, sendCode }: ConfirmPageProps) {
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
      {ways.mailCode && (
        <div className="grid gap-4">
          <ActionForm action={sendCode} fields={[]} guardsChanges={false} className="grid gap-3">
            <p className="text-muted">{t("mailText")}</p>
            <SubmitButton className="w-full">{t("sendCode")}</SubmitButton>
          </ActionForm>
          <ActionForm action={action} fields={["mailCode"]} guardsChanges={false}>
            <MailCodeField />
            <SubmitButton className="w-full">{t("confirm")}</SubmitButton>
          </ActionForm>
        </div>
      )}
      {!ways.code && !ways.password && !ways.mailCode && <p className="text-muted">{t("noWay")}</p>}
    </div>
  );
}
