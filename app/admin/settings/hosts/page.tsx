import { Globe } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { HostCard } from "@/components/brand/host-card";
import { HostForm } from "@/components/brand/host-form";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { addHost } from "@/lib/tenants/operations/add-host";
import { listHosts } from "@/lib/tenants/operations/list-hosts";
import { addHostAction, checkHostAction, choosePrimaryHostAction, removeHostAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.hosts");
  return { title: t("title") };
}

export default guardedPage(addHost, async ({ read }) => {
  const [t, { items }] = await Promise.all([getTranslations("settings.hosts"), read(listHosts, {})]);
  const actions = { check: checkHostAction, choose: choosePrimaryHostAction, remove: removeHostAction };
  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      <HostForm action={addHostAction} />
      {items.length === 0 && (
        <Card>
          <EmptyState icon={<Globe />} title={t("empty.title")}>
            {t("empty.text")}
          </EmptyState>
        </Card>
      )}
      {items.map(({ host, isPrimary, verifiedAt, lastCheckedAt, lastProblem, record }) => (
        <HostCard
          key={host}
          host={{ host, isPrimary, isProved: verifiedAt !== null, lastCheckedAt, lastProblem, record }}
          actions={actions}
        />
      ))}
    </PageLayout>
  );
});
