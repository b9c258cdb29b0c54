import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ClientForm } from "@/components/clients/client-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createClient } from "@/lib/clients/operations/create-client";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { createClientAction } from "../actions";
import { clientChoices } from "../choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("new") };
}

export default guardedPage(createClient, async ({ read }) => {
  const [t, tenant, choices] = await Promise.all([
    getTranslations("clients"),
    read(getTenant, {}),
    clientChoices(),
  ]);
  const { country, currency } = tenant;
  const draft = {
    kind: "COMPANY",
    name: "",
    companyName: null,
    email: "",
    country,
    currency,
    language: null,
  };

  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} />
      <ClientForm client={draft} action={createClientAction} {...choices} />
    </PageLayout>
  );
});
