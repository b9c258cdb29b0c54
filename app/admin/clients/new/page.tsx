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

const nothing = {
  name: "",
  companyName: null,
  email: "",
  language: null,
  line1: null,
  line2: null,
  city: null,
  region: null,
  postalCode: null,
  phone: null,
  taxNumber: null,
  groupId: null,
  tags: [],
  creditTermsDays: null,
  creditLimit: null,
  customValues: {},
  isCurrencyLocked: false,
};

export default guardedPage(createClient, async (page) => {
  const [t, { country, currency }] = await Promise.all([
    getTranslations("clients"),
    page.read(getTenant, {}),
  ]);
  const choices = await clientChoices(page, country);
  const draft = { ...nothing, kind: "COMPANY", country, currency };

  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} />
      <ClientForm client={draft} action={createClientAction} {...choices} />
    </PageLayout>
  );
});
