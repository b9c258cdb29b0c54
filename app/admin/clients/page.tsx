import { Users } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { BulkBar } from "@/components/clients/bulk-bar";
import { clientColumns } from "@/components/clients/client-columns";
import { ColumnChoice } from "@/components/lists/column-choice";
import { DataTable } from "@/components/lists/data-table";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { ViewTabs } from "@/components/lists/view-tabs";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { changeClients } from "@/lib/clients/operations/change-clients";
import { createClient } from "@/lib/clients/operations/create-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { listGroups } from "@/lib/clients/operations/list-groups";
import { listTags } from "@/lib/clients/operations/list-tags";
import { countryChoices, countryName } from "@/lib/i18n/countries";
import { changeClientsAction } from "./actions";

const path = "/admin/clients";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("title") };
}

export default guardedPage(
  listClients,
  async ({ search, read, may }) => {
    const [t, head, common, locale] = await Promise.all([
      getTranslations("clients"),
      getTranslations("clients.columns"),
      getTranslations("common"),
      getLocale(),
    ]);
    const current = listParameters(search, [
      "search",
      "status",
      "kind",
      "country",
      "groupId",
      "tag",
      "sort",
      "columns",
      "cursor",
    ]);
    const [{ items, nextCursor }, groups, tags] = await Promise.all([
      read(listClients, wantedOf(current)),
      may(listGroups) ? read(listGroups, { limit: 200 }) : { items: [] },
      may(listTags) ? read(listTags, {}) : { items: [] },
    ]);
    const groupChoices = groups.items.map(({ id: value, name: label }) => ({ value, label }));
    const { sort = "-createdAt", cursor, columns: _, ...filters } = current;
    const columns = clientColumns({
      t: head,
      locale,
      groups: new Map(groups.items.map(({ id, name }) => [id, name])),
    });
    const mayCreate = may(createClient);

    const words: Record<string, (value: string) => string> = {
      search: (value) => `“${value}”`,
      status: (value) => t(`status.${value as "ACTIVE"}`),
      kind: (value) => t(`kind.${value as "PERSON"}`),
      country: (value) => countryName(value, locale),
      groupId: (value) => groupChoices.find((group) => group.value === value)?.label ?? value,
      tag: (value) => `#${value}`,
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

    const exportQuery = new URLSearchParams(filters as Record<string, string>).toString();
    const views = [
      { href: path, label: t("views.all") },
      { href: `${path}?status=ACTIVE`, label: t("views.active") },
      { href: `${path}?status=ARCHIVED`, label: t("views.archived") },
      { href: `${path}?sort=name&kind=COMPANY`, label: t("views.companies") },
    ];
    const table = (
      <DataTable
        label={head("table")}
        rows={items}
        columns={columns}
        path={path}
        current={current}
        sort={sort}
        lead={
          may(changeClients)
            ? {
                label: head("choose"),
                cell: ({ id, name, companyName }) => (
                  <input
                    type="checkbox"
                    name="client"
                    value={id}
                    aria-label={head("chooseOne", { name: companyName ?? name })}
                    className="relative z-10 size-4 cursor-pointer accent-accent"
                  />
                ),
              }
            : undefined
        }
      />
    );

    return (
      <PageLayout width="list">
        <PageHeader
          title={t("title")}
          actions={
            <>
              {items.length > 0 && (
                <ColumnChoice
                  path={path}
                  current={current}
                  columns={columns.map(({ key, label, isFixed, isUsual }) => ({
                    key,
                    label,
                    isFixed,
                    isUsual,
                  }))}
                />
              )}
              {items.length > 0 && (
                <a href={`${path}/export?${exportQuery}`} download className={buttonVariants({})}>
                  {t("exportCsv")}
                </a>
              )}
              {create}
            </>
          }
        />
        <ViewTabs label={t("views.label")} tabs={views} path={path} current={current} />
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
                options: (["ACTIVE", "ARCHIVED", "ERASED"] as const).map((value) => ({
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
              ...(groupChoices.length > 0
                ? [
                    {
                      name: "groupId",
                      label: t("form.group"),
                      all: t("anyGroup"),
                      value: filters.groupId,
                      options: groupChoices,
                    },
                  ]
                : []),
              ...(tags.items.length > 0
                ? [
                    {
                      name: "tag",
                      label: t("tags.label"),
                      all: t("anyTag"),
                      value: filters.tag,
                      options: tags.items.map(({ tag }) => ({ value: tag, label: tag })),
                    },
                  ]
                : []),
            ]}
            kept={{ sort: current.sort, columns: current.columns }}
            chips={chips}
          />
        )}
        <Card>
          {items.length > 0 ? (
            may(changeClients) ? (
              <BulkBar action={changeClientsAction} groups={groupChoices}>
                {table}
              </BulkBar>
            ) : (
              table
            )
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

/** Which columns are shown is the page's own business. */
function wantedOf({ columns: _, ...wanted }: Readonly<Record<string, string | undefined>>): object {
  return wanted;
}
