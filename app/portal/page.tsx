import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ClientStatus } from "@/components/clients/client-status";
import { DueInvoices } from "@/components/invoices/due-invoices";
import { OwnServices } from "@/components/services/own-services";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { getClient } from "@/lib/clients/operations/get-client";
import { countryName } from "@/lib/i18n/countries";
import { listServices } from "@/lib/provisioning/operations/list-services";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("title") };
}

export default guardedPage(
  getClient,
  async ({ actor, read, may }) => {
    if (actor.clientId === undefined) forbidden();

    const [t, clients, locale, client, services, due] = await Promise.all([
      getTranslations("portal"),
      getTranslations("clients"),
      getLocale(),
      read(getClient, { clientId: actor.clientId }),
      may(listServices) ? read(listServices, { limit: 6 }) : undefined,
      may(listInvoices) ? read(listInvoices, { status: "OPEN", sort: "createdAt", limit: 5 }) : undefined,
    ]);

    return (
      <PageLayout width="form">
        <PageHeader title={t("welcome", { name: actor.name })} description={t("text")} />
        {due && due.items.length > 0 && <DueInvoices invoices={due.items} />}
        {services && services.items.length > 0 && <OwnServices services={services.items} />}
        <Card>
          <CardHeader title={t("account")} />
          <CardBody>
            <KeyValueList>
              <KeyValue label={t("number")}>
                <span className="tabular">{client.number.toString()}</span>
              </KeyValue>
              <KeyValue label={clients("form.name")}>{client.companyName ?? client.name}</KeyValue>
              <KeyValue label={clients("form.email")}>
                <bdi>{client.email}</bdi>
              </KeyValue>
              <KeyValue label={clients("form.country")}>{countryName(client.country, locale)}</KeyValue>
              <KeyValue label={clients("form.currency")}>{client.currency}</KeyValue>
              <KeyValue label={clients("columns.status")}>
                <ClientStatus status={client.status} />
              </KeyValue>
              <KeyValue label={clients("columns.since")}>
                <DateTime value={client.createdAt} />
              </KeyValue>
            </KeyValueList>
          </CardBody>
        </Card>
      </PageLayout>
    );
  },
  { audience: "client" },
);
