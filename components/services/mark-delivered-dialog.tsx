"use client";

import { useTranslations } from "next-intl";
import { FormDialog } from "@/components/people/form-dialog";
import { DeliveredFields, deliveredFields } from "./delivered-fields";
import type { DeedDialogProps } from "./types";

/** For what was set up past the module: what was delivered, and the mail to the client. */
export function MarkDeliveredDialog({ service, ...dialog }: DeedDialogProps) {
  const t = useTranslations("services.actions.markDelivered");
  return (
    <FormDialog
      {...dialog}
      title={t("title", { label: service.label })}
      description={t("text")}
      hidden={{ serviceId: service.id, version: service.version }}
      fields={deliveredFields}
      submit={t("submit")}
      done={t("done")}
    >
      <DeliveredFields userName={service.userName} />
    </FormDialog>
  );
}
