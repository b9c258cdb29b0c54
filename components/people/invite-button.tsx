"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { locales } from "@/lib/i18n/locales";
import { FormDialog } from "./form-dialog";
import type { Choice } from "./types";

interface InviteButtonProps {
  action: FormAction<unknown>;
  roles: readonly Choice[];
  /** The client whose people are asked; absent for staff. */
  clientId?: string;
}

/** Asks somebody by mail to join. */
export function InviteButton({ action, roles, clientId }: InviteButtonProps) {
  const t = useTranslations("people.invite");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FormDialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button variant="primary">{t("label")}</Button>}
      title={t("title")}
      description={t("text")}
      action={action}
      hidden={clientId === undefined ? {} : { clientId }}
      fields={["email", "name", "role", "language"]}
      submit={t("submit")}
      done={t("done")}
    >
      <FormField name="email" type="email" label={t("email")} autoComplete="off" required />
      <FormField name="name" label={t("name")} autoComplete="off" maxLength={120} />
      <FormSelect name="role" label={t("role")} options={roles} defaultValue={roles.at(-1)?.value} />
      <FormSelect
        name="language"
        label={t("language")}
        placeholder={t("languageOfCompany")}
        options={locales.map(({ locale, name }) => ({ value: locale, label: name }))}
      />
    </FormDialog>
  );
}
