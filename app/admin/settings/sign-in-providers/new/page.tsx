import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ProviderForm } from "@/components/settings/provider-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createProvider } from "@/lib/auth/operations/create-provider";
import { createProviderAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.providers");
  return { title: t("new") };
}

export default guardedPage(createProvider, async () => {
  const t = await getTranslations("settings.providers");
  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} />
      <ProviderForm action={createProviderAction} />
    </PageLayout>
  );
});
