import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { FieldDefinitions } from "@/components/clients/field-definitions";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createField } from "@/lib/clients/operations/create-field";
import { listFields } from "@/lib/clients/operations/list-fields";
import { locales } from "@/lib/i18n/locales";
import { createFieldAction, updateFieldAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("customFields") };
}

export default guardedPage(createField, async ({ read }) => {
  const [t, areas, { items }] = await Promise.all([
    getTranslations("clients.fields"),
    getTranslations("shell.areas"),
    read(listFields, {}),
  ]);
  return (
    <PageLayout width="form">
      <PageHeader title={areas("customFields")} description={t("text")} />
      <FieldDefinitions
        fields={items}
        languages={locales.map(({ locale, name }) => ({ value: locale, label: name }))}
        create={createFieldAction}
        update={updateFieldAction}
      />
    </PageLayout>
  );
});
