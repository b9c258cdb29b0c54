import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FactorSections } from "@/app/account-security";
import { guardedPage } from "@/app/guarded-page";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { getSecondFactor } from "@/lib/auth/operations/get-second-factor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("security");
  return { title: t("title") };
}

export default guardedPage(getSecondFactor, async (page) => {
  const t = await getTranslations("security");
  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      <FactorSections page={page} />
    </PageLayout>
  );
});
