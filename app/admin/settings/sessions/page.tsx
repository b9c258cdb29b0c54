import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { SessionList } from "@/components/settings/session-list";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listSessions } from "@/lib/auth/operations/list-sessions";
import { revokeSessionAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.sessions");
  return { title: t("title") };
}

export default guardedPage(listSessions, async ({ read }) => {
  const [t, { items }] = await Promise.all([
    getTranslations("settings.sessions"),
    read(listSessions, { limit: 100 }),
  ]);
  const sessions = items.map(({ id, address, userAgent, isCurrent, createdAt, lastSeenAt }) => {
    return { id, address, userAgent, isCurrent, createdAt, lastSeenAt };
  });

  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      <Card>
        <SessionList sessions={sessions} action={revokeSessionAction} />
      </Card>
    </PageLayout>
  );
});
