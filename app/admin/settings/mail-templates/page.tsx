import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { TemplateTable } from "@/components/mail/template-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { isLocale, locales } from "@/lib/i18n/locales";
import { getSettings } from "@/lib/mail/operations/get-settings";
import { listTemplates } from "@/lib/mail/operations/list-templates";

const path = "/admin/settings/mail-templates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox.templatePages");
  return { title: t("title") };
}

export default guardedPage(listTemplates, async ({ search, read, may }) => {
  const [t, locale] = await Promise.all([getTranslations("mailbox.templatePages"), getLocale()]);
  const asked = search.language ?? locale;
  const language = isLocale(asked) ? asked : "en";
  const { items } = await read(listTemplates, { language });

  return (
    <PageLayout width="list">
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={may(getSettings) && <ButtonLink href="/admin/settings/mail">{t("toSettings")}</ButtonLink>}
      />
      <NavTabs
        label={t("language")}
        current={`${path}?language=${language}`}
        tabs={locales.map(({ locale: value, name }) => ({
          href: `${path}?language=${value}`,
          label: <span lang={value}>{name}</span>,
        }))}
      />
      <Card>
        <TemplateTable templates={items} />
      </Card>
    </PageLayout>
  );
});
