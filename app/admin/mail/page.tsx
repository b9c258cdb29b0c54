import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { DayFields } from "@/components/lists/day-fields";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { MailTabs } from "@/components/mail/mail-tabs";
import { MessageTable } from "@/components/mail/message-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { startOfDay } from "@/lib/core/time/calendar-date";
import { calendarDateSchema } from "@/lib/core/time/schema";
import { getSettings } from "@/lib/mail/operations/get-settings";
import { listMessages } from "@/lib/mail/operations/list-messages";
import { listSuppressions } from "@/lib/mail/operations/list-suppressions";
import { mailStates } from "@/lib/mail/rules/states";
import { isTemplateName, templateNames } from "@/lib/mail/rules/templates";
import { getTenant } from "@/lib/tenants/operations/get-tenant";

const path = "/admin/mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox");
  return { title: t("title") };
}

export default guardedPage(
  listMessages,
  async ({ search, read, may }) => {
    const names = ["search", "state", "template", "clientId", "userId", "from", "before", "cursor"] as const;
    const current = listParameters(search, names);
    const [t, common, tenant] = await Promise.all([
      getTranslations("mailbox"),
      getTranslations("common"),
      read(getTenant, {}),
    ]);
    const { items, nextCursor } = await read(listMessages, {
      ...current,
      ...instants(current, tenant.timeZone),
    } as object);
    const { cursor, ...filters } = current;
    const words: Record<string, (value: string) => string> = {
      search: (value) => `“${value}”`,
      state: (value) => t(`state.${value as "SENT"}`),
      template: (value) => (isTemplateName(value) ? t(`templates.${value}`) : value),
      clientId: () => t("oneClient"),
      userId: () => t("onePerson"),
      from: (day) => common("fromDay", { day }),
      before: (day) => common("beforeDay", { day }),
    };
    const chips = Object.entries(filters).map(([name, value]) => ({
      label: words[name]?.(value) ?? value,
      href: listHref(path, current, { [name]: undefined }),
    }));
    const isFiltered = chips.length > 0 || cursor !== undefined;

    return (
      <PageLayout width="list">
        <PageHeader
          title={t("title")}
          description={t("description")}
          actions={may(getSettings) && <ButtonLink href="/admin/settings/mail">{t("toSettings")}</ButtonLink>}
        />
        {may(listSuppressions) && <MailTabs current="messages" />}
        {(items.length > 0 || isFiltered) && (
          <FilterBar
            path={path}
            search={{ name: "search", label: t("search"), value: filters.search }}
            selects={[
              {
                name: "state",
                label: t("columns.state"),
                all: t("anyState"),
                value: filters.state,
                options: mailStates.map((value) => ({ value, label: t(`state.${value}`) })),
              },
              {
                name: "template",
                label: t("columns.template"),
                all: t("anyTemplate"),
                value: filters.template,
                options: templateNames.map((value) => ({ value, label: t(`templates.${value}`) })),
              },
            ]}
            kept={{ clientId: filters.clientId, userId: filters.userId }}
            chips={chips}
          >
            <DayFields from={filters.from} before={filters.before} beforeName="before" />
          </FilterBar>
        )}
        <Card>
          {items.length > 0 ? (
            <MessageTable messages={items} />
          ) : isFiltered ? (
            <EmptyState
              title={t("noneFound.title")}
              icon={<Mail />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState title={t("empty.title")} icon={<Mail />}>
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

/** Days of the address as instants, where the company's days begin. Anything else is left for the operation to refuse. */
function instants({ from, before }: { from?: string; before?: string }, zone: string) {
  const startOf = (text: string) => {
    const day = calendarDateSchema.safeParse(text);
    return day.success ? startOfDay(day.data, zone).toISOString() : text;
  };
  return { ...(from && { from: startOf(from) }), ...(before && { before: startOf(before) }) };
}
