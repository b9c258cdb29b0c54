import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { MailSettingsForm } from "@/components/mail/mail-settings-form";
import { SendTestButton } from "@/components/mail/send-test-button";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { absoluteUrl } from "@/lib/core/http/hosts";
import { getSettings } from "@/lib/mail/operations/get-settings";
import { listTemplates } from "@/lib/mail/operations/list-templates";
import { sendTest } from "@/lib/mail/operations/send-test";
import { sendTestAction, updateSettingsAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox.settings");
  return { title: t("title") };
}

export default guardedPage(getSettings, async ({ read, may }) => {
  const [t, settings] = await Promise.all([getTranslations("mailbox.settings"), read(getSettings, {})]);

  return (
    <PageLayout width="form">
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            {may(listTemplates) && (
              <ButtonLink href="/admin/settings/mail-templates">{t("toTemplates")}</ButtonLink>
            )}
            {may(sendTest) && <SendTestButton action={sendTestAction} />}
          </>
        }
      />
      <MailSettingsForm
        settings={settings}
        action={updateSettingsAction}
        webhookAddress={absoluteUrl("/api/webhooks/resend")}
      />
    </PageLayout>
  );
});
