import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { SettingsIndex } from "@/components/settings/settings-index";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { listSessions } from "@/lib/auth/operations/list-sessions";
import { isPlatform } from "@/lib/tenants/is-platform";
import { settingsPages } from "./pages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("settings") };
}

export default guardedPage(listSessions, async ({ actor, may }) => {
  const [areas, pages] = await Promise.all([
    getTranslations("shell.areas"),
    settingsPages(may, await isPlatform(actor.tenantId)),
  ]);
  return (
    <PageLayout width="form">
      <PageHeader title={areas("settings")} />
      <SettingsIndex pages={pages} />
    </PageLayout>
  );
});
