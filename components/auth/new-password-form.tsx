"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { NewPasswordField } from "./new-password-field";

interface NewPasswordFormProps {
  action: FormAction<unknown>;
  token: string;
  name: "password" | "newPassword";
  submit: string;
}

/** A new password behind a link from a mail. */
export function NewPasswordForm({ action, token, name, submit }: NewPasswordFormProps) {
  const t = useTranslations("accounts.password");
  return (
    <ActionForm action={action} fields={[name]} guardsChanges={false}>
      <input type="hidden" name="token" value={token} />
      <NewPasswordField name={name} label={t("new")} autoFocus />
      <SubmitButton className="w-full">{submit}</SubmitButton>
    </ActionForm>
  );
}
