import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AddonForm } from "@/components/catalog/addon-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createAddon } from "@/lib/catalog/operations/create-addon";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { createAddonAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.addon");
  return { title: t("new") };
}

export default guardedPage(createAddon, async ({ read }) => {
  const [t, { language }] = await Promise.all([getTranslations("catalog.addon"), read(getTenant, {})]);
  const draft = { slug: "", name: {}, description: {}, taxClass: "standard" };
  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} description={t("newText")} />
      <AddonForm addon={draft} language={language} action={createAddonAction} />
    </PageLayout>
  );
});
