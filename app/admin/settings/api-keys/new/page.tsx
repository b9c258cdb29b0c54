import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ApiKeyForm } from "@/components/settings/api-key-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { createApiKeyAction } from "../../actions";
import { grantableScopes } from "./scopes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.apiKeys");
  return { title: t("new") };
}

const dayMs = 86_400_000;

export default guardedPage(createApiKey, async ({ actor }) => {
  const [t, groups] = await Promise.all([getTranslations("settings.apiKeys"), grantableScopes(actor)]);
  const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
  const expiries = [
    { value: inDays(30), label: t("form.days", { count: 30 }) },
    { value: inDays(90), label: t("form.days", { count: 90 }) },
    { value: inDays(365), label: t("form.days", { count: 365 }) },
    { value: "", label: t("form.never") },
  ];

  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} description={t("form.explain")} />
      <ApiKeyForm action={createApiKeyAction} groups={groups} expiries={expiries} />
    </PageLayout>
  );
});
