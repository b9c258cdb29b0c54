import { Mails } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ListPages } from "@/components/lists/list-pages";
import { listParameters } from "@/components/lists/list-url";
import { ReceivedList } from "@/components/mail/received-list";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listReceived } from "@/lib/mail/operations/list-received";

const path = "/portal/mails";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox.received");
  return { title: t("title") };
}

export default guardedPage(
  listReceived,
  async ({ search, read }) => {
    const current = listParameters(search, ["cursor"]);
    const [t, { items, nextCursor }] = await Promise.all([
      getTranslations("mailbox.received"),
      read(listReceived, { ...current, limit: 50 }),
    ]);
    return (
      <PageLayout width="form">
        <PageHeader title={t("title")} description={t("description")} />
        <Card>
          {items.length === 0 ? (
            <EmptyState title={t("none")} icon={<Mails />}>
              {t("noneText")}
            </EmptyState>
          ) : (
            <ReceivedList mails={items} path={path} />
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { audience: "client" },
);
