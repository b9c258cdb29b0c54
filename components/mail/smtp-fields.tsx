"use client";

import { useTranslations } from "next-intl";
import { FormField, FormSelect } from "@/components/forms/form-field";

export type SmtpSettings = {
  smtpHost: string | null;
  smtpPort: number | null;
  smtpSecurity: "tls" | "starttls" | "none" | null;
  smtpUser: string | null;
  hasSmtpPassword: boolean;
};

/** What a mail server needs. A password that is there is never shown: an empty field leaves it as it is. */
export function SmtpFields({ settings }: { settings: SmtpSettings }) {
  const t = useTranslations("mailbox.settings");
  const common = useTranslations("common");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <FormField
          name="smtpHost"
          dir="ltr"
          label={t("smtpHost")}
          defaultValue={settings.smtpHost ?? ""}
          required
        />
        <FormField
          name="smtpPort"
          dir="ltr"
          inputMode="numeric"
          label={t("smtpPort")}
          defaultValue={settings.smtpPort?.toString() ?? "587"}
          required
        />
      </div>
      <FormSelect
        name="smtpSecurity"
        label={t("smtpSecurity")}
        defaultValue={settings.smtpSecurity ?? "starttls"}
        options={(["starttls", "tls", "none"] as const).map((value) => ({
          value,
          label: t(`securities.${value}`),
        }))}
      />
      <FormField
        name="smtpUser"
        dir="ltr"
        autoComplete="off"
        label={t("smtpUser")}
        aside={common("optional")}
        defaultValue={settings.smtpUser ?? ""}
      />
      <FormField
        name="smtpPassword"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        label={t("smtpPassword")}
        aside={common("optional")}
        help={settings.hasSmtpPassword ? t("secretKept") : undefined}
      />
    </>
  );
}
