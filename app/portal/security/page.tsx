import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessSections, Impersonations, Sessions } from "@/app/account-access";
import { FactorSections } from "@/app/account-security";
import { guardedPage } from "@/app/guarded-page";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { listSessions } from "@/lib/auth/operations/list-sessions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("security");
  return { title: t("title") };
}

export default guardedPage(
  listSessions,
  async (page) => {
    const t = await getTranslations("security");
    return (
      <PageLayout width="form">
        <PageHeader title={t("title")} description={t("description")} />
        <AccessSections page={page} />
        <FactorSections page={page} />
        <Sessions page={page} />
        <Impersonations page={page} />
      </PageLayout>
    );
  },
  { audience: "client" },
);
