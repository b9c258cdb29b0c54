import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ClientPicker } from "@/components/orders/client-picker";
import { OrderForm } from "@/components/orders/order-form";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getClient } from "@/lib/clients/operations/get-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import type { languages } from "@/lib/core/text";
import { createOrder } from "@/lib/orders/operations/create-order";
import { listPlans } from "@/lib/orders/operations/list-plans";
import { createOrderAction } from "../actions";

const path = "/admin/orders/new";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("new") };
}

/** First the client, whose currency decides what is sold; then the order. */
export default guardedPage(createOrder, async ({ search, read }) => {
  const [t, locale] = await Promise.all([getTranslations("orders"), getLocale()]);
  const clientId = typeof search.clientId === "string" ? search.clientId : undefined;
  if (clientId === undefined) {
    const sought = typeof search.search === "string" ? search.search : undefined;
    const { items } = await read(listClients, {
      status: "ACTIVE",
      limit: 20,
      ...(sought && { search: sought }),
    });
    return (
      <PageLayout width="form">
        <PageHeader title={t("new")} description={t("form.description")} />
        <ClientPicker path={path} search={sought} clients={items} />
      </PageLayout>
    );
  }

  const client = await read(getClient, { clientId });
  const { items } = await read(listPlans, { clientId, language: locale as (typeof languages)[number] });
  const plans = items.map(({ planId, label, asksHostName, prices }) => ({
    id: planId,
    label,
    asksHostName,
    prices: prices.map(({ cycle, amount, setup }) => ({
      cycle,
      minor: Number(amount.minor),
      setupMinor: Number(setup.minor),
    })),
  }));
  return (
    <PageLayout width="form">
      <PageHeader
        title={t("new")}
        facts={[
          <bdi key="client">{client.companyName ?? client.name}</bdi>,
          <span key="currency">{client.currency}</span>,
        ]}
        description={t("form.description")}
      />
      {plans.length === 0 ? (
        <Notice tone="warning">{t("form.noPlans", { currency: client.currency })}</Notice>
      ) : (
        <Card>
          <CardBody className="pt-4">
            <OrderForm
              clientId={clientId}
              currency={client.currency}
              plans={plans}
              action={createOrderAction}
            />
          </CardBody>
        </Card>
      )}
    </PageLayout>
  );
});
