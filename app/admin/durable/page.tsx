import { Workflow } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { instantsOfDays } from "@/app/admin/days";
import { guardedPage } from "@/app/guarded-page";
import { RunsElsewhere } from "@/components/durable/elsewhere";
import { LiveRefresh } from "@/components/durable/live-refresh";
import { QueueFigures } from "@/components/durable/queue-figures";
import { RunTable } from "@/components/durable/run-table";
import { DayFields } from "@/components/lists/day-fields";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { cancelRuns } from "@/lib/durable/operations/cancel-runs";
import { getQueue } from "@/lib/durable/operations/get-queue";
import { listFunctions } from "@/lib/durable/operations/list-functions";
import { listRuns } from "@/lib/durable/operations/list-runs";
import { retryRuns } from "@/lib/durable/operations/retry-runs";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { cancelRunsAction, retryRunsAction } from "./actions";

const path = "/admin/durable";
/** The saved views; states beyond these are in the filter. */
const views = ["running", "waiting", "sleeping", "failed", "cancelled"] as const;
const otherStates = ["queued", "completed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("durable");
  return { title: t("title") };
}

export default guardedPage(
  listRuns,
  async ({ search, read, may }) => {
    const queue = await read(getQueue, {});
    if (queue.place === "elsewhere") return <RunsElsewhere dashboardUrl={queue.dashboardUrl} />;

    const current = listParameters(search, ["state", "functionId", "subject", "from", "until", "cursor"]);
    const [t, common, tenant, functions] = await Promise.all([
      getTranslations("durable"),
      getTranslations("common"),
      read(getTenant, {}),
      may(listFunctions) ? read(listFunctions, {}) : { items: [] },
    ]);
    const days = instantsOfDays(current, tenant.timeZone);
    const { items, nextCursor } = await read(listRuns, { ...current, ...days } as object);
    const { cursor, state, ...filters } = current;
    const view = (wanted?: string) => listHref(path, current, { state: wanted });
    const functionName = (id: string) => functions.items.find((fn) => fn.id === id)?.name ?? id;
    const words: Record<string, (value: string) => string> = {
      state: (value) => t(`state.${value as "queued"}`),
      functionId: functionName,
      subject: () => t("filters.oneRecord"),
      from: (day) => common("fromDay", { day }),
      until: (day) => common("beforeDay", { day }),
    };
    const isOtherState = otherStates.some((other) => other === state);
    const chips = Object.entries({ ...(isOtherState && { state }), ...filters }).map(
      ([name, value = ""]) => ({
        label: words[name]?.(value) ?? value,
        href: listHref(path, current, { [name]: undefined }),
      }),
    );
    const isFiltered = chips.length > 0 || state !== undefined;
    const { running, waiting, sleeping, failed } = queue;
    // Of all runs: beside a filter they would say something else than the view shows.
    const counts: Partial<Record<string, bigint>> =
      Object.keys(filters).length > 0 ? {} : { running, waiting, sleeping, failed };

    return (
      <PageLayout width="list">
        <LiveRefresh />
        <PageHeader
          title={t("title")}
          description={t("description")}
          actions={may(listFunctions) && <ButtonLink href={`${path}/functions`}>{t("functions")}</ButtonLink>}
        />
        <QueueFigures queue={queue} failedHref={`${path}?state=failed`} />
        <NavTabs
          label={t("views.label")}
          current={view(state)}
          tabs={[
            { href: view(), label: t("views.all") },
            ...views.map((name) => ({
              href: view(name),
              label: t(`views.${name}`),
              ...(counts[name] !== undefined && { count: counts[name]?.toString() }),
            })),
          ]}
        />
        <FilterBar
          path={path}
          selects={[
            {
              name: "functionId",
              label: t("filters.function"),
              all: t("filters.anyFunction"),
              value: filters.functionId,
              options: functions.items.map(({ id, name }) => ({ value: id, label: name })),
            },
            {
              name: "state",
              label: t("filters.state"),
              all: t("filters.anyState"),
              value: state,
              options: [...otherStates, ...views].map((value) => ({ value, label: t(`state.${value}`) })),
            },
          ]}
          kept={{ subject: filters.subject }}
          chips={chips}
        >
          <DayFields from={filters.from} before={filters.until} beforeName="until" />
        </FilterBar>
        <Card>
          {items.length > 0 ? (
            <RunTable
              runs={items}
              asOf={queue.asOf}
              actions={{
                ...(may(retryRuns) && { retry: retryRunsAction }),
                ...(may(cancelRuns) && { cancel: cancelRunsAction }),
              }}
            />
          ) : isFiltered || cursor ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<Workflow />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("empty.title")} icon={<Workflow />}>
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
