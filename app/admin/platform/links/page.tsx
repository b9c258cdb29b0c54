import { Link2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { LinkList } from "@/components/platform/link-list";
import { NewLinkForm } from "@/components/platform/new-link-form";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { inviteCompany } from "@/lib/platform/operations/invite-company";
import { listCompanyLinks } from "@/lib/platform/operations/list-company-links";
import { revokeCompanyLink } from "@/lib/platform/operations/revoke-company-link";
import { inviteCompanyAction, revokeCompanyLinkAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.links");
  return { title: t("title") };
}

export default guardedPage(listCompanyLinks, async ({ read, may }) => {
  const { items } = await read(listCompanyLinks, {});
  const t = await getTranslations("platform.links");
  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      {may(inviteCompany) && <NewLinkForm action={inviteCompanyAction} />}
      <Card>
        <CardHeader title={t("open")} />
        {items.length > 0 ? (
          <LinkList links={items} revoke={may(revokeCompanyLink) ? revokeCompanyLinkAction : undefined} />
        ) : (
          <EmptyState icon={<Link2 />} title={t("empty.title")} className="py-8">
            {t("empty.text")}
          </EmptyState>
        )}
      </Card>
    </PageLayout>
  );
});
