import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ConnectionList } from "@/components/payments/connection-list";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { inLanguage } from "@/lib/core/text";
import { createConnection } from "@/lib/payments/operations/create-connection";
import { listConnections } from "@/lib/payments/operations/list-connections";
import { createConnectionAction, updateConnectionAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("payments.connections");
  return { title: t("title") };
}

export default guardedPage(createConnection, async ({ read }) => {
  const [t, locale, { items, gateways }] = await Promise.all([
    getTranslations("payments.connections"),
    getLocale(),
    read(listConnections, {}),
  ]);
  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      <ConnectionList
        connections={items.map((connection) => ({
          ...connection,
          title: inLanguage(connection.name, locale),
        }))}
        gateways={gateways}
        create={createConnectionAction}
        update={updateConnectionAction}
      />
    </PageLayout>
  );
});
