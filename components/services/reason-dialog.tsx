"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/forms/form-field";
import { FormDialog } from "@/components/people/form-dialog";
import type { DeedDialogProps } from "./types";

/** Asks why, which the client reads too, and does it. */
export function ReasonDialog({
  deed,
  service,
  ...dialog
}: DeedDialogProps & { deed: "suspend" | "unsuspend" | "terminate" }) {
  const t = useTranslations("services.actions");
  return (
    <FormDialog
      {...dialog}
      title={t(`${deed}.title`, { label: service.label })}
      description={t(`${deed}.text`)}
      hidden={{ serviceId: service.id, version: service.version }}
      fields={["reason"]}
      submit={t(`${deed}.label`)}
      done={t(`${deed}.done`)}
    >
      <FormField name="reason" label={t("reason")} help={t("reasonHelp")} maxLength={200} required />
    </FormDialog>
  );
}
