"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";

/** Says no to a request for erasure, with the answer that the person reads. */
export function DeclineForm({
  requestId,
  version,
  action,
}: {
  requestId: string;
  version: number;
  action: FormAction<unknown>;
}) {
  const t = useTranslations("clients.requests");
  const router = useRouter();
  return (
    <ActionForm
      action={action}
      onDone={() => router.refresh()}
      fields={["answer"]}
      className="flex flex-wrap items-end gap-2"
    >
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="version" value={version} />
      <FormField
        name="answer"
        label={t("answer")}
        maxLength={1_000}
        autoComplete="off"
        className="min-w-60 flex-1"
      />
      <SubmitButton>{t("decline")}</SubmitButton>
    </ActionForm>
  );
}
