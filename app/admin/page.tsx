import { Users } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { Figure } from "@/components/admin/figure";
import { MoneyInCurrencies } from "@/components/admin/money-in-currencies";
import { AuditTimeline } from "@/components/audit/audit-timeline";
import { MonthBars } from "@/components/charts/month-bars";
import { ReceivablesByAge } from "@/components/invoices/receivables-by-age";
import { BalanceSummary } from "@/components/ledger/balance-summary";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { getReceivables } from "@/lib/billing/operations/get-receivables";
import { countClients } from "@/lib/clients/operations/count-clients";
import { createClient } from "@/lib/clients/operations/create-client";
import { getQueue } from "@/lib/durable/operations/get-queue";
import { getIncome } from "@/lib/ledger/operations/get-income";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { chart } from "@/lib/ledger/rules/chart";
import { countOrders } from "@/lib/orders/operations/count-orders";
import { getBacklog } from "@/lib/overview/operations/get-backlog";
import { countServices } from "@/lib/provisioning/operations/count-services";
import { countTasks } from "@/lib/provisioning/operations/count-tasks";
import { getRevenue } from "@/lib/subscriptions/operations/get-revenue";
import { isPlatform } from "@/lib/tenants/is-platform";
import { getTenant } from "@/lib/tenants/operations/get-tenant";

/** What a look in the morning asks of the books. */
const shown = [
  chart.bank.code,
  chart.gatewayClearing.code,
  chart.receivables.code,
  chart.clientCredit.code,
  chart.taxPayable.code,
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

export default guardedPage(
  countClients,
  async ({ actor, read, may }) => {
    if (await isPlatform(actor.tenantId)) redirect("/admin/platform/companies");
    const [
      t,
      tenant,
      clients,
      backlog,
      work,
      balances,
      recent,
      services,
      tasks,
      revenue,
      orders,
      income,
      owed,
    ] = await Promise.all([
      getTranslations("overview"),
      read(getTenant, {}),
      read(countClients, {}),
      may(getBacklog) ? read(getBacklog, {}) : undefined,
      may(getQueue) ? read(getQueue, {}) : undefined,
      may(listBalances) ? read(listBalances, { limit: 200 }) : undefined,
      may(listAuditEntries) ? read(listAuditEntries, { actorKind: "user", limit: 8 }) : undefined,
      may(countServices) ? read(countServices, {}) : undefined,
      may(countTasks) ? read(countTasks, {}) : undefined,
      may(getRevenue) ? read(getRevenue, {}) : undefined,
      may(countOrders) ? read(countOrders, {}) : undefined,
      may(getIncome) ? read(getIncome, {}) : undefined,
      may(getReceivables) ? read(getReceivables, {}) : undefined,
    ]);
    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} description={t("greeting", { name: actor.name })} />
        <div className="grid gap-5 sm:grid-cols-2 xl:grid-cols-4">
          <Figure label={t("clients.label")} href="/admin/clients" value={clients.active.toString()}>
            {clients.archived > 0n && t("clients.archived", { count: Number(clients.archived) })}
          </Figure>
          {services && (
            <Figure
              label={t("services.label")}
              href="/admin/services?status=ACTIVE"
              value={services.ACTIVE.toString()}
            >
              {t("services.attention", { count: Number(services.FAILED) })}
            </Figure>
          )}
          {tasks && (
            <Figure
              label={t("tasks.label")}
              href="/admin/tasks"
              value={tasks.open === 0n ? t("tasks.none") : tasks.open.toString()}
            >
              {t(tasks.open === 0n ? "tasks.quiet" : "tasks.text")}
            </Figure>
          )}
          {revenue && (
            <Figure
              label={t("mrr.label")}
              href="/admin/orders?status=ACTIVE"
              value={
                revenue.items.length === 0 ? (
                  t("mrr.none")
                ) : (
                  <MoneyInCurrencies
                    amounts={revenue.items.map(({ monthly }) => monthly)}
                    home={tenant.currency}
                  />
                )
              }
              isWide
            >
              {revenue.items.length > 0 &&
                t("mrr.of", {
                  count: Number(revenue.items.reduce((sum, { subscriptions }) => sum + subscriptions, 0n)),
                })}
            </Figure>
          )}
          {orders && (
            <Figure
              label={t("orders.label")}
              href="/admin/orders?status=HELD"
              value={orders.held === 0n ? t("orders.none") : orders.held.toString()}
            >
              {t("orders.pending", { count: Number(orders.pending) })}
            </Figure>
          )}
          {work?.place === "local" && (
            <Figure
              label={t("failedWork.label")}
              href="/admin/durable?state=failed"
              value={work.failed === 0n ? t("failedWork.none") : work.failed.toString()}
            >
              {t(work.failed === 0n ? "failedWork.quiet" : "failedWork.text")}
            </Figure>
          )}
          {backlog && (
            <Figure
              label={t("work.label")}
              value={backlog.waiting === 0n ? t("work.none") : backlog.waiting.toString()}
            >
              {backlog.oldestAt ? (
                <>
                  {t("work.since")} <DateTime value={backlog.oldestAt} show="date-time" />
                </>
              ) : (
                t("work.quiet")
              )}
            </Figure>
          )}
        </div>
        {income && (
          <Card>
            <CardHeader
              title={t("income.title")}
              description={t("income.description", { currency: income.currency })}
            />
            <CardBody>
              <MonthBars
                label={t("income.title")}
                items={income.items.map(({ month, income: amount }) => ({ month, amount }))}
              />
            </CardBody>
          </Card>
        )}
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {owed && (
            <Card>
              <CardHeader
                title={t("receivables.title")}
                actions={<TextLink href="/admin/invoices?status=OPEN">{t("receivables.all")}</TextLink>}
              />
              {owed.items.length === 0 ? (
                <CardBody className="text-muted">{t("receivables.none")}</CardBody>
              ) : (
                <ReceivablesByAge items={owed.items} />
              )}
            </Card>
          )}
          {balances && (
            <Card>
              <CardHeader
                title={t("books.title")}
                actions={<TextLink href="/admin/ledger/accounts">{t("books.all")}</TextLink>}
              />
              {balances.items.length === 0 ? (
                <CardBody className="text-muted">{t("books.none")}</CardBody>
              ) : (
                <BalanceSummary balances={balances.items} accounts={shown} home={tenant.currency} />
              )}
            </Card>
          )}
          {recent && (
            <Card>
              <CardHeader
                title={t("recent.title")}
                actions={<TextLink href="/admin/audit?actorKind=user">{t("recent.all")}</TextLink>}
              />
              <CardBody>
                <AuditTimeline entries={recent.items} />
              </CardBody>
            </Card>
          )}
        </div>
        {clients.active + clients.archived === 0n && (
          <Card>
            <EmptyState
              icon={<Users />}
              title={t("start.title")}
              action={
                may(createClient) && (
                  <ButtonLink variant="primary" href="/admin/clients/new">
                    {t("start.action")}
                  </ButtonLink>
                )
              }
            >
              {t("start.text")}
            </EmptyState>
          </Card>
        )}
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
