import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { EntryTable } from "@/components/ledger/entry-table";
import { DayFields } from "@/components/lists/day-fields";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listAccounts } from "@/lib/ledger/operations/list-accounts";
import { listEntries } from "@/lib/ledger/operations/list-entries";
import { postEntry } from "@/lib/ledger/operations/post-entry";

const path = "/admin/ledger/entries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger.entries");
  return { title: t("title") };
}

export default guardedPage(
  listEntries,
  async ({ search, read, may }) => {
    const current = listParameters(search, ["accountCode", "from", "before", "clientId", "cursor"]);
    const [t, common, { items, nextCursor }, accounts] = await Promise.all([
      getTranslations("ledger.entries"),
      getTranslations("common"),
      read(listEntries, current),
      may(listAccounts) ? read(listAccounts, { limit: 200 }) : { items: [] },
    ]);
    const { cursor, ...filters } = current;
    const words: Record<string, (value: string) => string> = {
      accountCode: (code) =>
        `${code} ${accounts.items.find((account) => account.code === code)?.name ?? ""}`.trim(),
      from: (day) => common("fromDay", { day }),
      before: (day) => common("beforeDay", { day }),
      clientId: () => t("ofOneClient"),
    };
    const chips = Object.entries(filters).map(([name, value]) => ({
      label: words[name]?.(value) ?? value,
      href: listHref(path, current, { [name]: undefined }),
    }));
    const post = may(postEntry) && (
      <ButtonLink variant="primary" href="/admin/ledger/entries/new">
        {t("new")}
      </ButtonLink>
    );

    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} actions={post} />
        {(items.length > 0 || chips.length > 0) && (
          <FilterBar
            path={path}
            selects={[
              {
                name: "accountCode",
                label: t("account"),
                all: t("anyAccount"),
                value: filters.accountCode,
                options: accounts.items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
              },
            ]}
            kept={{ clientId: filters.clientId }}
            chips={chips}
          >
            <DayFields from={filters.from} before={filters.before} beforeName="before" />
          </FilterBar>
        )}
        <Card>
          {items.length > 0 ? (
            <EntryTable entries={items} />
          ) : chips.length > 0 || cursor ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<BookOpen />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("empty.title")} icon={<BookOpen />} action={post}>
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
