import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { InvoiceForm } from "@/components/invoices/invoice-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { listClients } from "@/lib/clients/operations/list-clients";
import { createInvoiceAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invoices");
  return { title: t("new") };
}

export default guardedPage(createInvoice, async ({ search, read }) => {
  const [t, { items }] = await Promise.all([
    getTranslations("invoices"),
    read(listClients, { status: "ACTIVE", sort: "name", limit: 200 }),
  ]);
  const clients = items.map(({ id: value, name, companyName, currency }) => ({
    value,
    label: companyName ?? name,
    currency: currency as "EUR",
  }));
  const clientId = clients.find(({ value }) => value === search.clientId)?.value;
  return (
    <PageLayout width="form">
      <PageHeader title={t("new")} description={t("form.text")} />
      <InvoiceForm action={createInvoiceAction} clients={clients} clientId={clientId} />
    </PageLayout>
  );
});
