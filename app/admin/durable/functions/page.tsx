import { Workflow } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { RunsElsewhere } from "@/components/durable/elsewhere";
import { FunctionTable } from "@/components/durable/function-table";
import { LiveRefresh } from "@/components/durable/live-refresh";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getQueue } from "@/lib/durable/operations/get-queue";
import { listFunctions } from "@/lib/durable/operations/list-functions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("durable");
  return { title: t("functions") };
}

export default guardedPage(
  listFunctions,
  async ({ read }) => {
    const queue = await read(getQueue, {});
    if (queue.place === "elsewhere") return <RunsElsewhere dashboardUrl={queue.dashboardUrl} />;

    const [t, { items }] = await Promise.all([getTranslations("durable"), read(listFunctions, {})]);
    return (
      <PageLayout width="list">
        <LiveRefresh />
        <PageHeader title={t("functions")} count={items.length} />
        <Card>
          {items.length > 0 ? (
            <FunctionTable functions={items} />
          ) : (
            <EmptyState title={t("functionList.empty")} icon={<Workflow />}>
              {t("functionList.emptyText")}
            </EmptyState>
          )}
        </Card>
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
