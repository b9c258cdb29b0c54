"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/ui/notice";

/** One press, and that is that. */
export function UnsubscribeForm({ token, action }: { token: string; action: FormAction<unknown> }) {
  const t = useTranslations("clients.unsubscribe");
  const [isDone, setIsDone] = useState(false);
  if (isDone)
    return (
      <Notice tone="positive" live="status">
        {t("done")}
      </Notice>
    );
  return (
    <ActionForm action={action} onDone={() => setIsDone(true)} fields={[]} guardsChanges={false}>
      <input type="hidden" name="token" value={token} />
      <span>
        <SubmitButton>{t("confirm")}</SubmitButton>
      </span>
    </ActionForm>
  );
}
