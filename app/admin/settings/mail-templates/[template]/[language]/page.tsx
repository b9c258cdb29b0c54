import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AuditTimeline } from "@/components/audit/audit-timeline";
import { ResetTemplateButton } from "@/components/mail/reset-template-button";
import { SendTestButton } from "@/components/mail/send-test-button";
import { TemplateEditor } from "@/components/mail/template-editor";
import { PageLayout } from "@/components/shell/page-layout";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { directionOf, isLocale, locales } from "@/lib/i18n/locales";
import { getTemplate } from "@/lib/mail/operations/get-template";
import { previewTemplate } from "@/lib/mail/operations/preview-template";
import { resetTemplate } from "@/lib/mail/operations/reset-template";
import { sendTest } from "@/lib/mail/operations/send-test";
import { updateTemplate } from "@/lib/mail/operations/update-template";
import { isTemplateName } from "@/lib/mail/rules/templates";
import {
  previewTemplateAction,
  resetTemplateAction,
  sendTestAction,
  updateTemplateAction,
} from "../../../mail/actions";

const path = "/admin/settings/mail-templates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox.templatePages");
  return { title: t("one") };
}

export default guardedPage(updateTemplate, async ({ params, read, may }) => {
  const { template = "", language = "" } = params;
  if (!isTemplateName(template) || !isLocale(language)) notFound();
  const [t, current] = await Promise.all([
    getTranslations("mailbox"),
    read(getTemplate, { template, language }),
  ]);
  const { subject, heading, body, action, note, version, isOwn, id } = current;
  const words = { subject, heading, body, action, note };
  const [preview, history] = await Promise.all([
    read(previewTemplate, { template, language, ...words }),
    id !== null && may(listAuditEntries)
      ? read(listAuditEntries, { recordType: "template", recordId: id, limit: 10 })
      : undefined,
  ]);

  return (
    <PageLayout width="list">
      <PageHeader
        title={t(`templates.${template}`)}
        badge={
          <Badge tone={isOwn ? "info" : "neutral"}>
            {t(isOwn ? "templatePages.own" : "templatePages.usual")}
          </Badge>
        }
        actions={
          <>
            {isOwn && may(resetTemplate) && (
              <ResetTemplateButton
                template={template}
                language={language}
                version={version}
                action={resetTemplateAction}
              />
            )}
            {may(sendTest) && (
              <SendTestButton action={sendTestAction} template={template} language={language} />
            )}
          </>
        }
      />
      <NavTabs
        label={t("templatePages.language")}
        current={`${path}/${template}/${language}`}
        tabs={locales.map(({ locale, name }) => ({
          href: `${path}/${template}/${locale}`,
          label: <span lang={locale}>{name}</span>,
        }))}
      />
      <TemplateEditor
        key={`${template} ${language} ${version}`}
        template={template}
        language={language}
        direction={directionOf(language)}
        words={words}
        version={version}
        variables={current.variables}
        hasAction={current.hasAction}
        preview={preview}
        save={updateTemplateAction}
        show={previewTemplateAction}
      />
      {history && (
        <Card>
          <CardHeader title={t("history")} />
          <CardBody>
            <AuditTimeline entries={history.items} />
          </CardBody>
        </Card>
      )}
    </PageLayout>
  );
});
