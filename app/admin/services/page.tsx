import { Server } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { ServiceTable } from "@/components/services/service-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { countServices } from "@/lib/provisioning/operations/count-services";
import { listServices } from "@/lib/provisioning/operations/list-services";
import { serviceStatuses } from "@/lib/provisioning/rules/status";

const path = "/admin/services";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("services");
  return { title: t("title") };
}

export default guardedPage(
  listServices,
  async ({ search, read, may }) => {
    const [t, common] = await Promise.all([getTranslations("services"), getTranslations("common")]);
    const current = listParameters(search, [
      "search",
      "status",
      "clientId",
      "productId",
      "module",
      "sort",
      "cursor",
    ]);
    const [{ items, nextCursor }, counts] = await Promise.all([
      read(listServices, current as object),
      may(countServices) ? read(countServices, {}) : undefined,
    ]);
    const { sort = "-createdAt", cursor, ...filters } = current;
    const words: Record<string, (value: string) => string> = {
      search: (value) => `“${value}”`,
      status: (value) => t(`status.${value as "ACTIVE"}`),
      clientId: () => items[0]?.clientName ?? t("ofClient"),
    };
    const chips = Object.entries(filters).map(([name, value]) => ({
      label: words[name]?.(value) ?? value,
      href: listHref(path, current, { [name]: undefined }),
    }));
    const isFiltered = chips.length > 0;
    const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0n);
    const count = (of: bigint | undefined) => (of === undefined ? "" : ` ${of}`);
    const views = [
      { href: path, label: `${t("views.all")}${count(total)}` },
      { href: `${path}?status=ACTIVE`, label: `${t("views.active")}${count(counts?.ACTIVE)}` },
      { href: `${path}?status=CREATING`, label: `${t("views.creating")}${count(counts?.CREATING)}` },
      { href: `${path}?status=FAILED`, label: `${t("views.failed")}${count(counts?.FAILED)}` },
      { href: `${path}?status=SUSPENDED`, label: `${t("views.suspended")}${count(counts?.SUSPENDED)}` },
    ];
    const exportQuery = new URLSearchParams(filters as Record<string, string>).toString();

    return (
      <PageLayout width="list">
        <PageHeader
          title={t("title")}
          actions={
            items.length > 0 && (
              <a href={`${path}/export?${exportQuery}`} download className={buttonVariants({})}>
                {t("exportCsv")}
              </a>
            )
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
                all: t("anyState"),
                value: filters.status,
                options: serviceStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
            ]}
            kept={{
              sort: current.sort,
              clientId: current.clientId,
              productId: current.productId,
              module: current.module,
            }}
            chips={chips}
          />
        )}
        <Card>
          {items.length > 0 ? (
            <ServiceTable services={items} path={path} current={current} sort={sort} />
          ) : isFiltered || cursor ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<Server />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("empty.title")} icon={<Server />}>
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
