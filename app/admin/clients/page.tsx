import { Users } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ClientTable } from "@/components/clients/client-table";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { createClient } from "@/lib/clients/operations/create-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { countryChoices, countryName } from "@/lib/i18n/countries";

const path = "/admin/clients";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("title") };
}

export default guardedPage(
  listClients,
  async ({ search, read, may }) => {
    const [t, common, locale] = await Promise.all([
      getTranslations("clients"),
      getTranslations("common"),
      getLocale(),
    ]);
    const current = listParameters(search, ["search", "status", "kind", "country", "sort", "cursor"]);
    const { items, nextCursor } = await read(listClients, current as object);
    const { sort = "-createdAt", cursor, ...filters } = current;
    const mayCreate = may(createClient);

    const words: Record<string, (value: string) => string> = {
      search: (value) => `“${value}”`,
      status: (value) => t(`status.${value as "ACTIVE"}`),
      kind: (value) => t(`kind.${value as "PERSON"}`),
      country: (value) => countryName(value, locale),
    };
    const chips = Object.entries(filters).map(([name, value]) => ({
      label: words[name]?.(value) ?? value,
      href: listHref(path, current, { [name]: undefined }),
    }));
    const isFiltered = chips.length > 0;
    const create = mayCreate && (
      <ButtonLink variant="primary" href="/admin/clients/new">
        {t("new")}
      </ButtonLink>
    );

    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} actions={create} />
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
                options: (["ACTIVE", "ARCHIVED"] as const).map((value) => ({
                  value,
                  label: t(`status.${value}`),
                })),
              },
              {
                name: "kind",
                label: t("form.kind"),
                all: t("anyKind"),
                value: filters.kind,
                options: (["PERSON", "COMPANY"] as const).map((value) => ({
                  value,
                  label: t(`kind.${value}`),
                })),
              },
              {
                name: "country",
                label: t("columns.country"),
                all: t("anyCountry"),
                value: filters.country,
                options: countryChoices(locale),
              },
            ]}
            kept={{ sort: current.sort }}
            chips={chips}
          />
        )}
        <Card>
          {items.length > 0 ? (
            <ClientTable clients={items} path={path} current={current} sort={sort} />
          ) : isFiltered || cursor ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<Users />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("empty.title")} icon={<Users />} action={create}>
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
