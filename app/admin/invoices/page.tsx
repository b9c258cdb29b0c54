import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { InvoiceTable } from "@/components/invoices/invoice-table";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { countInvoices } from "@/lib/billing/operations/count-invoices";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import type { ReceivableAge } from "@/lib/billing/rules/age";

const path = "/admin/invoices";
const statuses = ["DRAFT", "OPEN", "OVERDUE", "PARTLY_PAID", "PAID", "VOID"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invoices");
  return { title: t("title") };
}

export default guardedPage(
  listInvoices,
  async ({ search, read, may }) => {
    const [t, common] = await Promise.all([getTranslations("invoices"), getTranslations("common")]);
    const current = listParameters(search, [
      "search",
      "status",
      "age",
      "clientId",
      "orderId",
      "sort",
      "cursor",
    ]);
    const [{ items, nextCursor }, count] = await Promise.all([
      read(listInvoices, current as object),
      may(countInvoices) ? read(countInvoices, {}) : undefined,
    ]);
    const { sort = "-createdAt", cursor, ...filters } = current;
    const labels: Readonly<Record<string, (value: string) => string>> = {
      status: (value) => t(`status.${value as "OPEN"}`),
      age: (value) => t(`ages.${value as ReceivableAge}`),
      search: (value) => `“${value}”`,
      currency: (value) => value,
    };
    const chips = Object.entries(filters).map(([name, value = ""]) => ({
      label: labels[name]?.(value) ?? t("columns.client"),
      href: listHref(path, current, { [name]: undefined }),
    }));
    const isFiltered = chips.length > 0;
    const create = may(createInvoice) && (
      <ButtonLink variant="primary" href="/admin/invoices/new">
        {t("new")}
      </ButtonLink>
    );
    const exportQuery = new URLSearchParams(filters as Record<string, string>).toString();
    const views = [
      { href: path, label: t("views.all") },
      { href: `${path}?status=DRAFT`, label: t("views.drafts") },
      { href: `${path}?status=OPEN`, label: t("views.open") },
      { href: `${path}?status=OVERDUE`, label: t("views.overdue") },
      { href: `${path}?status=PAID`, label: t("views.paid") },
    ];

    return (
      <PageLayout width="list">
        <PageHeader
          title={t("title")}
          count={count && (count.draft + count.open + count.paid + count.voided).toString()}
          actions={
            <>
              {items.length > 0 && (
                <a href={`${path}/export?${exportQuery}`} download className={buttonVariants({})}>
                  {t("exportCsv")}
                </a>
              )}
              {create}
            </>
          }
        />
        <NavTabs label={t("views.label")} tabs={views} current={listHref(path, current, {})} />
        {(items.length > 0 || isFiltered) && (
          <FilterBar
            path={path}
            search={{ name: "search", label: t("search"), value: filters.search }}
            selects={[
              {
                name: "status",
                label: t("columns.status"),
                all: t("anyStatus"),
                value: filters.status,
                options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
            ]}
            kept={{ sort: current.sort }}
            chips={chips}
          />
        )}
        <Card>
          {items.length > 0 ? (
            <InvoiceTable invoices={items} path={path} current={current} sort={sort} />
          ) : isFiltered || cursor ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<ReceiptText />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("empty.title")} icon={<ReceiptText />} action={create}>
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
