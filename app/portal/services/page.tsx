import { Server } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ListPages } from "@/components/lists/list-pages";
import { listParameters } from "@/components/lists/list-url";
import { ServiceCard } from "@/components/services/service-card";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listServices } from "@/lib/provisioning/operations/list-services";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("services.portal");
  return { title: t("title") };
}

export default guardedPage(
  listServices,
  async ({ search, read }) => {
    const t = await getTranslations("services.portal");
    const current = listParameters(search, ["cursor"]);
    const { items, nextCursor } = await read(listServices, { ...current, limit: 30 });
    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} description={t("text")} />
        {items.length === 0 ? (
          <Card>
            <EmptyState icon={<Server />} title={t("empty.title")}>
              {t("empty.text")}
            </EmptyState>
          </Card>
        ) : (
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {items.map((service) => (
              <ServiceCard key={service.id} service={service} />
            ))}
          </div>
        )}
        <ListPages path="/portal/services" current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { audience: "client" },
);
