"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";

interface AddressFormProps {
  action: FormAction<unknown>;
  submit: string;
  /** Where to go once in. */
  next?: string;
}

/** An address, to which mail is asked for. */
export function AddressForm({ action, submit, next }: AddressFormProps) {
  const t = useTranslations("signIn");
  return (
    <ActionForm action={action} fields={["email"]} guardsChanges={false}>
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <FormField
        name="email"
        type="email"
        dir="ltr"
        label={t("email")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <SubmitButton className="w-full">{submit}</SubmitButton>
    </ActionForm>
  );
}
