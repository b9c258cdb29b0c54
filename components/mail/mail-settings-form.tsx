"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { ResendFields } from "./resend-fields";
import { SmtpFields, type SmtpSettings } from "./smtp-fields";

export type MailSettings = SmtpSettings & {
  version: number;
  transport: "local" | "smtp" | "resend" | null;
  installationTransport: "local" | "smtp" | "resend";
  fromName: string | null;
  fromAddress: string | null;
  usualAddress: string;
  replyTo: string | null;
  hasResendKey: boolean;
  hasResendWebhookSecret: boolean;
};

interface MailSettingsFormProps {
  settings: MailSettings;
  action: FormAction<{ version: number }>;
  webhookAddress: string;
}

const fields = [
  "transport",
  "fromName",
  "fromAddress",
  "replyTo",
  "smtpHost",
  "smtpPort",
  "smtpSecurity",
  "smtpUser",
  "smtpPassword",
  "resendApiKey",
  "resendWebhookSecret",
];

/** Whom mail is from, and which way it takes. */
export function MailSettingsForm({ settings, action, webhookAddress }: MailSettingsFormProps) {
  const t = useTranslations("mailbox");
  const common = useTranslations("common");
  const router = useRouter();
  const [version, setVersion] = useState(settings.version);
  const [transport, setTransport] = useState<string>(settings.transport ?? "");
  const inForce = transport === "" ? settings.installationTransport : transport;

  function finish(saved: { version: number }) {
    setVersion(saved.version);
    toast.success(t("settings.saved"));
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={finish} fields={fields}>
      <input type="hidden" name="version" value={version} />
      <Card>
        <CardHeader title={t("settings.sender")} />
        <CardBody className="grid gap-5">
          <FormField
            name="fromName"
            label={t("settings.fromName")}
            aside={common("optional")}
            help={t("settings.fromNameHelp")}
            defaultValue={settings.fromName ?? ""}
            maxLength={80}
          />
          <FormField
            name="fromAddress"
            type="email"
            dir="ltr"
            label={t("settings.fromAddress")}
            aside={common("optional")}
            help={t("settings.fromAddressHelp", { address: settings.usualAddress })}
            placeholder={settings.usualAddress}
            defaultValue={settings.fromAddress ?? ""}
          />
          <FormField
            name="replyTo"
            type="email"
            dir="ltr"
            label={t("settings.replyTo")}
            aside={common("optional")}
            help={t("settings.replyToHelp")}
            defaultValue={settings.replyTo ?? ""}
          />
        </CardBody>
        <CardHeader title={t("settings.way")} className="border-t" />
        <CardBody className="grid gap-5">
          <FormSelect
            name="transport"
            label={t("facts.transport")}
            value={transport}
            onChange={(event) => setTransport(event.target.value)}
            placeholder={t("settings.asInstallation", {
              transport: t(`transports.${settings.installationTransport}`),
            })}
            options={(["local", "smtp", "resend"] as const).map((value) => ({
              value,
              label: t(`transports.${value}`),
            }))}
          />
          {inForce === "local" && <Notice tone="warning">{t("settings.localHelp")}</Notice>}
          {transport === "smtp" && <SmtpFields settings={settings} />}
          {transport === "resend" && <ResendFields settings={settings} webhookAddress={webhookAddress} />}
        </CardBody>
        <CardFooter>
          <SubmitButton>{t("settings.save")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
