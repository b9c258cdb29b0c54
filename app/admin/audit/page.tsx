import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { instantsOfDays } from "@/app/admin/days";
import { guardedPage } from "@/app/guarded-page";
import { AuditTable } from "@/components/audit/audit-table";
import { ChainNotice } from "@/components/audit/chain-notice";
import { ExportButton } from "@/components/audit/export-button";
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
import { exportAuditEntries } from "@/lib/audit/operations/export-audit-entries";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { verifyChain } from "@/lib/audit/operations/verify-chain";
import { actorKinds } from "@/lib/audit/schema";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { auditAreas } from "./areas";

const path = "/admin/audit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default guardedPage(
  listAuditEntries,
  async ({ actor, search, read, may }) => {
    const current = listParameters(search, [
      "actor",
      "operation",
      "actorKind",
      "isImpersonated",
      "recordId",
      "from",
      "until",
      "cursor",
    ]);
    const [t, common, operations, areas, tenant, chain] = await Promise.all([
      getTranslations("audit"),
      getTranslations("common"),
      getTranslations("operations"),
      auditAreas(actor.tenantId),
      read(getTenant, {}),
      search.verify === "1" && may(verifyChain) ? read(verifyChain, {}) : undefined,
    ]);
    const { items, nextCursor } = await read(listAuditEntries, {
      ...current,
      ...(current.isImpersonated && { isImpersonated: current.isImpersonated === "true" }),
      ...instantsOfDays(current, tenant.timeZone),
    } as object);
    const { cursor, ...filters } = current;
    const actionName = (name: string) =>
      areas.find(({ value }) => value === name)?.label ??
      (operations.has(name as never) ? operations(name as never) : name);
    const words: Record<string, (value: string) => string> = {
      operation: actionName,
      isImpersonated: () => t("impersonated"),
      actorKind: (value) => t(`actorKind.${value as "user"}`),
      recordId: () => t("oneRecord"),
      from: (day) => common("fromDay", { day }),
      until: (day) => common("beforeDay", { day }),
    };
    const chips = Object.entries(filters).map(([name, value]) => ({
      label: words[name]?.(value) ?? value,
      href: listHref(path, current, { [name]: undefined }),
    }));

    return (
      <PageLayout width="list">
        <PageHeader
          title={t("title")}
          description={t("description")}
          actions={
            <>
              {may(exportAuditEntries) && (
                <ExportButton
                  href={listHref(`${path}/export`, filters, instantsOfDays(current, tenant.timeZone))}
                />
              )}
              {may(verifyChain) && (
                <ButtonLink href={listHref(path, current, { verify: "1" })}>{t("verify")}</ButtonLink>
              )}
            </>
          }
        />
        {chain && <ChainNotice chain={chain} />}
        <FilterBar
          path={path}
          search={{ name: "actor", label: t("searchActor"), value: filters.actor }}
          selects={[
            {
              name: "operation",
              label: t("area"),
              all: t("anyArea"),
              value: filters.operation,
              options: withChosen(areas, filters.operation, actionName),
            },
            {
              name: "actorKind",
              label: t("who"),
              all: t("anyActor"),
              value: filters.actorKind,
              options: actorKinds.map((value) => ({ value, label: t(`actorKind.${value}`) })),
            },
            {
              name: "isImpersonated",
              label: t("impersonated"),
              all: t("impersonatedOrNot"),
              value: filters.isImpersonated,
              options: [{ value: "true", label: t("impersonated") }],
            },
          ]}
          kept={{ recordId: filters.recordId }}
          chips={chips}
        >
          <DayFields from={filters.from} before={filters.until} beforeName="until" />
        </FilterBar>
        <Card>
          {items.length > 0 ? (
            <AuditTable entries={items} />
          ) : (
            <EmptyState
              title={t("noneFound.title")}
              icon={<ScrollText />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);

/** One action is chosen at an entry, and stays chosen when another filter is changed. */
function withChosen(
  areas: readonly { value: string; label: string }[],
  chosen: string | undefined,
  nameOf: (action: string) => string,
) {
  if (chosen === undefined || areas.some(({ value }) => value === chosen)) return areas;
  return [...areas, { value: chosen, label: nameOf(chosen) }];
}
