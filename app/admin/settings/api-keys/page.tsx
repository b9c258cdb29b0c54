import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listParameters } from "@/components/lists/list-url";
import { ApiKeyTable } from "@/components/settings/api-key-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { listApiKeys } from "@/lib/auth/operations/list-api-keys";
import { revokeApiKey } from "@/lib/auth/operations/revoke-api-key";
import { revokeApiKeyAction } from "../actions";

const path = "/admin/settings/api-keys";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.apiKeys");
  return { title: t("title") };
}

export default guardedPage(
  listApiKeys,
  async ({ search, read, may }) => {
    const current = listParameters(search, ["cursor"]);
    const [t, { items, nextCursor }] = await Promise.all([
      getTranslations("settings.apiKeys"),
      read(listApiKeys, current),
    ]);
    const create = may(createApiKey) && (
      <ButtonLink variant="primary" href={`${path}/new`}>
        {t("new")}
      </ButtonLink>
    );

    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} description={t("description")} actions={create} />
        <Card>
          {items.length > 0 ? (
            <ApiKeyTable keys={items} revoke={may(revokeApiKey) ? revokeApiKeyAction : undefined} />
          ) : (
            <EmptyState title={t("empty.title")} icon={<KeyRound />} action={create}>
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
