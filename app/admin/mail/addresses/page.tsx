import { MailX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { MailTabs } from "@/components/mail/mail-tabs";
import { SuppressionTable } from "@/components/mail/suppression-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listSuppressions } from "@/lib/mail/operations/list-suppressions";
import { removeSuppression } from "@/lib/mail/operations/remove-suppression";
import { suppressionReasons } from "@/lib/mail/rules/states";
import { removeSuppressionAction } from "../actions";

const path = "/admin/mail/addresses";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox.addresses");
  return { title: t("title") };
}

export default guardedPage(
  listSuppressions,
  async ({ search, read, may }) => {
    const current = listParameters(search, ["search", "reason", "cursor"]);
    const [t, common, { items, nextCursor }] = await Promise.all([
      getTranslations("mailbox"),
      getTranslations("common"),
      read(listSuppressions, current as object),
    ]);
    const { cursor, ...filters } = current;
    const chips = Object.entries(filters).map(([name, value]) => ({
      label: name === "reason" ? t(`marks.${value as "BOUNCED"}`) : `“${value}”`,
      href: listHref(path, current, { [name]: undefined }),
    }));
    const isFiltered = chips.length > 0 || cursor !== undefined;

    return (
      <PageLayout width="list">
        <PageHeader title={t("addresses.title")} description={t("addresses.description")} />
        <MailTabs current="addresses" />
        {(items.length > 0 || isFiltered) && (
          <FilterBar
            path={path}
            search={{ name: "search", label: t("addresses.search"), value: filters.search }}
            selects={[
              {
                name: "reason",
                label: t("columns.reason"),
                all: t("anyReason"),
                value: filters.reason,
                options: suppressionReasons.map((value) => ({ value, label: t(`marks.${value}`) })),
              },
            ]}
            chips={chips}
          />
        )}
        <Card>
          {items.length > 0 ? (
            <SuppressionTable
              marks={items}
              remove={may(removeSuppression) ? removeSuppressionAction : undefined}
            />
          ) : (
            <EmptyState
              title={t(isFiltered ? "addresses.noneFound" : "addresses.empty")}
              icon={<MailX />}
              action={isFiltered && <ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {!isFiltered && t("addresses.emptyText")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
