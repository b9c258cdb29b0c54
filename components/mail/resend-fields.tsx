"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/forms/form-field";
import { CopyableCode } from "@/components/ui/copyable";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";

interface ResendFieldsProps {
  settings: { hasResendKey: boolean; hasResendWebhookSecret: boolean };
  webhookAddress: string;
}

/** What Resend needs, and where it is to send its notices. */
export function ResendFields({ settings, webhookAddress }: ResendFieldsProps) {
  const t = useTranslations("mailbox.settings");
  const common = useTranslations("common");
  return (
    <>
      <FormField
        name="resendApiKey"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        label={t("resendKey")}
        help={settings.hasResendKey ? t("secretKept") : t("resendKeyHelp")}
      />
      <FormField
        name="resendWebhookSecret"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        label={t("resendWebhookSecret")}
        aside={common("optional")}
        help={settings.hasResendWebhookSecret ? t("secretKept") : t("resendWebhookHelp")}
      />
      <KeyValueList layout="stack">
        <KeyValue label={t("webhookAddress")}>
          <CopyableCode value={webhookAddress} label={common("copy")} copiedLabel={common("copied")} />
        </KeyValue>
      </KeyValueList>
    </>
  );
}
