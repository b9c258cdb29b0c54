"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextLink } from "@/components/ui/text-link";

/** Address and password. What is wrong with the pair is said once, at the head: neither half is told apart. */
export function SignInForm({ action }: { action: FormAction<unknown> }) {
  const t = useTranslations("signIn");
  return (
    <ActionForm action={action} fields={["email", "password"]} guardsChanges={false}>
      <FormField
        name="email"
        type="email"
        dir="ltr"
        label={t("email")}
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <FormField
        name="password"
        type="password"
        dir="ltr"
        label={t("password")}
        aside={<TextLink href="/forgot">{t("forgotten")}</TextLink>}
        autoComplete="current-password"
        required
      />
      <SubmitButton className="w-full">{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
