"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { CodeField } from "@/components/forms/code-field";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";

/** The code of the authenticator, or a recovery code for whoever lost it. */
export function SecondFactorForm({ action }: { action: FormAction<unknown> }) {
  const t = useTranslations("signIn.secondFactor");
  const [isRecovery, setIsRecovery] = useState(false);
  return (
    <ActionForm action={action} fields={["code"]} guardsChanges={false}>
      {isRecovery ? (
        <FormField
          key="recovery"
          name="code"
          label={t("recoveryCode")}
          help={t("recoveryHelp")}
          dir="ltr"
          className="font-mono"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
        />
      ) : (
        <CodeField key="code" label={t("code")} help={t("description")} autoFocus />
      )}
      <SubmitButton className="w-full">{t("submit")}</SubmitButton>
      <Button type="button" variant="ghost" onClick={() => setIsRecovery(!isRecovery)}>
        {isRecovery ? t("useCode") : t("useRecovery")}
      </Button>
    </ActionForm>
  );
}
