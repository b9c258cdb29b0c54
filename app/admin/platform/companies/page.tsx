import { Building } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { listHref, listParameters } from "@/components/lists/list-url";
import { CompanyTable } from "@/components/platform/company-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { inviteCompany } from "@/lib/platform/operations/invite-company";
import { listCompanies } from "@/lib/platform/operations/list-companies";

const path = "/admin/platform/companies";
const statuses = ["ACTIVE", "SUSPENDED"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.companies");
  return { title: t("title") };
}

// Without a skeleton, as on all pages of the platform: to a company's people they are not there, and the status says so.
export default guardedPage(listCompanies, async ({ search, read, may }) => {
  const current = listParameters(search, ["search", "status", "sort", "cursor"]);
  const [t, common, { items, nextCursor }] = await Promise.all([
    getTranslations("platform"),
    getTranslations("common"),
    read(listCompanies, current as object),
  ]);
  const { sort = "name", cursor, ...filters } = current;
  const words: Record<string, (value: string) => string> = {
    status: (value) => t(`status.${value as "ACTIVE"}`),
    search: (value) => `“${value}”`,
  };
  const chips = Object.entries(filters).map(([name, value]) => ({
    label: words[name]?.(value) ?? value,
    href: listHref(path, current, { [name]: undefined }),
  }));
  const isFiltered = chips.length > 0 || cursor !== undefined;
  const create = may(inviteCompany) && (
    <ButtonLink variant="primary" href="/admin/platform/links">
      {t("companies.new")}
    </ButtonLink>
  );

  return (
    <PageLayout width="list">
      <PageHeader title={t("companies.title")} description={t("companies.description")} actions={create} />
      {(items.length > 0 || isFiltered) && (
        <FilterBar
          path={path}
          search={{ name: "search", label: t("companies.search"), value: filters.search }}
          selects={[
            {
              name: "status",
              label: t("columns.status"),
              all: t("companies.anyStatus"),
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
          <CompanyTable companies={items} path={path} current={current} sort={sort} />
        ) : (
          <EmptyState
            icon={<Building />}
            title={t(isFiltered ? "companies.noneFound.title" : "companies.empty.title")}
            action={isFiltered ? <ButtonLink href={path}>{common("resetFilters")}</ButtonLink> : create}
          >
            {t(isFiltered ? "companies.noneFound.text" : "companies.empty.text")}
          </EmptyState>
        )}
      </Card>
      <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
    </PageLayout>
  );
});
