import { LogIn } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listParameters } from "@/components/lists/list-url";
import { ProviderTable } from "@/components/settings/provider-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { createProvider } from "@/lib/auth/operations/create-provider";
import { listProviders } from "@/lib/auth/operations/list-providers";

const path = "/admin/settings/sign-in-providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.providers");
  return { title: t("title") };
}

export default guardedPage(
  listProviders,
  async ({ search, read, may }) => {
    const current = listParameters(search, ["cursor"]);
    const [t, { items, nextCursor }] = await Promise.all([
      getTranslations("settings.providers"),
      read(listProviders, current),
    ]);
    const create = may(createProvider) && (
      <ButtonLink variant="primary" href={`${path}/new`}>
        {t("new")}
      </ButtonLink>
    );

    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} description={t("description")} actions={create} />
        <Card>
          {items.length > 0 ? (
            <ProviderTable providers={items} />
          ) : (
            <EmptyState title={t("empty.title")} icon={<LogIn />} action={create}>
              {t("empty.text")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
