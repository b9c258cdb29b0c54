import { ShoppingCart } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { OrderTable } from "@/components/orders/order-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { createOrder } from "@/lib/orders/operations/create-order";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { orderStatuses } from "@/lib/orders/rules/status";

const path = "/admin/orders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("title") };
}

export default guardedPage(
  listOrders,
  async ({ search, read, may }) => {
    const [t, common] = await Promise.all([getTranslations("orders"), getTranslations("common")]);
    const current = listParameters(search, ["number", "status", "clientId", "sort", "cursor"]);
    const { sort = "-createdAt", cursor, ...filters } = current;
    const number = Number(filters.number);
    const isNumber = Number.isSafeInteger(number) && number > 0;
    const { items, nextCursor } = await read(listOrders, {
      ...(current as object),
      ...(filters.number !== undefined && { number: isNumber ? number : 1, ...(!isNumber && { limit: 1 }) }),
    });
    const shown = filters.number !== undefined && !isNumber ? [] : items;

    const words: Record<string, (value: string) => string> = {
      number: (value) => `${t("columns.number")} ${value}`,
      status: (value) => t(`status.${value as "HELD"}`),
      clientId: () => t("columns.client"),
    };
    const chips = Object.entries(filters).map(([name, value]) => ({
      label: words[name]?.(value) ?? value,
      href: listHref(path, current, { [name]: undefined }),
    }));
    const create = may(createOrder) && (
      <ButtonLink variant="primary" href={`${path}/new`}>
        {t("new")}
      </ButtonLink>
    );
    const views = [
      { href: path, label: t("views.all") },
      { href: `${path}?status=HELD`, label: t("views.held") },
      { href: `${path}?status=PENDING`, label: t("views.pending") },
      { href: `${path}?status=ACTIVE`, label: t("views.active") },
    ];

    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} actions={create} />
        <NavTabs label={t("views.label")} tabs={views} current={listHref(path, current, {})} />
        {(shown.length > 0 || chips.length > 0) && (
          <FilterBar
            path={path}
            search={{ name: "number", label: t("search"), value: filters.number }}
            selects={[
              {
                name: "status",
                label: t("columns.status"),
                all: t("anyStatus"),
                value: filters.status,
                options: orderStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
            ]}
            kept={{ sort: current.sort, clientId: filters.clientId }}
            chips={chips}
          />
        )}
        <Card>
          {shown.length > 0 ? (
            <OrderTable orders={shown} recordPath={path} path={path} current={current} sort={sort} />
          ) : chips.length > 0 || cursor ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<ShoppingCart />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("empty.title")} icon={<ShoppingCart />} action={create}>
              {t("empty.text")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={shown.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
