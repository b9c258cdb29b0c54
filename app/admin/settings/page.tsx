import { Building2, KeyRound, MonitorSmartphone, ScrollText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { listApiKeys } from "@/lib/auth/operations/list-api-keys";
import { listSessions } from "@/lib/auth/operations/list-sessions";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("settings") };
}

export default guardedPage(listSessions, async ({ may }) => {
  const [t, areas] = await Promise.all([getTranslations("settings.index"), getTranslations("shell.areas")]);
  const pages = [
    { key: "company", href: "/admin/settings/company", Icon: Building2, needs: updateTenant },
    { key: "apiKeys", href: "/admin/settings/api-keys", Icon: KeyRound, needs: listApiKeys },
    { key: "sessions", href: "/admin/settings/sessions", Icon: MonitorSmartphone, needs: listSessions },
    { key: "audit", href: "/admin/audit", Icon: ScrollText, needs: listAuditEntries },
  ] as const;

  return (
    <PageLayout width="form">
      <PageHeader title={areas("settings")} />
      <Card>
        <ul className="divide-y">
          {pages
            .filter(({ needs }) => may(needs))
            .map(({ key, href, Icon }) => (
              <li
                key={key}
                className="relative flex items-start gap-3 p-4 transition-colors hover:bg-surface-muted/60"
              >
                <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-subtle" />
                <div className="grid gap-0.5">
                  <Link href={href} className="rounded-sm font-medium after:absolute after:inset-0">
                    {areas(key)}
                  </Link>
                  <p className="text-muted">{t(key)}</p>
                </div>
              </li>
            ))}
        </ul>
      </Card>
    </PageLayout>
  );
});
