import { HandCoins } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { PaymentTable } from "@/components/payments/payment-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { listPayments } from "@/lib/payments/operations/list-payments";
import { paymentStatuses } from "@/lib/payments/rules/status";

const path = "/admin/payments";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("payments");
  return { title: t("title") };
}

export default guardedPage(
  listPayments,
  async ({ search, read }) => {
    const [t, common] = await Promise.all([getTranslations("payments"), getTranslations("common")]);
    const current = listParameters(search, ["search", "status", "clientId", "gateway", "sort", "cursor"]);
    const { items, nextCursor } = await read(listPayments, current as object);
    const { sort = "-createdAt", cursor, ...filters } = current;
    const chips = Object.entries(filters).map(([name, value]) => ({
      label:
        name === "status"
          ? t(`status.${value as "OPEN"}`)
          : name === "clientId"
            ? t("columns.client")
            : `“${value}”`,
      href: listHref(path, current, { [name]: undefined }),
    }));
    const isFiltered = chips.length > 0;
    const views = [
      { href: path, label: t("views.all") },
      { href: `${path}?status=OPEN`, label: t("views.open") },
      { href: `${path}?status=FAILED`, label: t("views.failed") },
    ];

    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} />
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
                options: paymentStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
            ]}
            kept={{ sort: current.sort }}
            chips={chips}
          />
        )}
        <Card>
          {items.length > 0 ? (
            <PaymentTable payments={items} base={path} list={{ path, current, sort }} />
          ) : isFiltered || cursor ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<HandCoins />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("empty.title")} icon={<HandCoins />}>
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
