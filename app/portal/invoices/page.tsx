import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { InvoiceTable } from "@/components/invoices/invoice-table";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { listInvoices } from "@/lib/billing/operations/list-invoices";

const path = "/portal/invoices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invoices");
  return { title: t("title") };
}

export default guardedPage(
  listInvoices,
  async ({ search, read }) => {
    const [t, common] = await Promise.all([getTranslations("invoices"), getTranslations("common")]);
    const current = listParameters(search, ["status", "cursor"]);
    const { items, nextCursor } = await read(listInvoices, current as object);
    const isFiltered = current.status !== undefined || current.cursor !== undefined;
    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} />
        <NavTabs
          label={t("views.label")}
          current={listHref(path, current, {})}
          tabs={[
            { href: path, label: t("views.all") },
            { href: `${path}?status=OPEN`, label: t("views.open") },
            { href: `${path}?status=PAID`, label: t("views.paid") },
          ]}
        />
        <Card>
          {items.length > 0 ? (
            <InvoiceTable invoices={items} path={path} current={current} showsClient={false} />
          ) : isFiltered ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<ReceiptText />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            />
          ) : (
            <EmptyState title={t("empty.title")} icon={<ReceiptText />}>
              {t("empty.portal")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { audience: "client", skeleton: <ListSkeleton /> },
);
