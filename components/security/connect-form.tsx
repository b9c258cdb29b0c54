"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button-link";

/** Connects the account with the provider's, or leaves it as it is. */
export function ConnectForm({ action, laterHref }: { action: FormAction<unknown>; laterHref: string }) {
  const t = useTranslations("identities.confirm");
  return (
    <ActionForm action={action} fields={[]} guardsChanges={false}>
      <SubmitButton className="w-full">{t("submit")}</SubmitButton>
      <ButtonLink href={laterHref} className="w-full">
        {t("later")}
      </ButtonLink>
    </ActionForm>
  );
}
