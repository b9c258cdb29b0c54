import { Workflow } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** In the place of runs that another server keeps and shows. */
export function RunsElsewhere({ dashboardUrl }: { dashboardUrl: string | null }) {
  const t = useTranslations("durable");
  return (
    <PageLayout width="list">
      <PageHeader title={t("title")} />
      <Card>
        <EmptyState
          icon={<Workflow />}
          title={t("elsewhere.title")}
          action={
            dashboardUrl && (
              <ButtonLink variant="primary" href={dashboardUrl} target="_blank" rel="noopener noreferrer">
                {t("elsewhere.action")}
              </ButtonLink>
            )
          }
        >
          {t("elsewhere.text")}
        </EmptyState>
      </Card>
    </PageLayout>
  );
}
