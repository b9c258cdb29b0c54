"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { NewPasswordField } from "./new-password-field";

interface InvitationFormProps {
  action: FormAction<unknown>;
  token: string;
  email: string;
  name: string;
  submit: string;
}

/** Opens the account that an invitation is about. */
export function InvitationForm({ action, token, email, name, submit }: InvitationFormProps) {
  const t = useTranslations("accounts");
  const [typedName, setTypedName] = useState(name);
  return (
    <ActionForm action={action} fields={["name", "password"]} guardsChanges={false}>
      <input type="hidden" name="token" value={token} />
      <FormField
        name="username"
        type="email"
        dir="ltr"
        label={t("invitation.email")}
        value={email}
        autoComplete="username"
        readOnly
        form="none"
      />
      <FormField
        name="name"
        label={t("register.name")}
        autoComplete="name"
        maxLength={120}
        value={typedName}
        onChange={(event) => setTypedName(event.currentTarget.value)}
        autoFocus
        required
      />
      <NewPasswordField name="password" label={t("password.new")} context={[typedName, email]} />
      <SubmitButton className="w-full">{submit}</SubmitButton>
    </ActionForm>
  );
}
