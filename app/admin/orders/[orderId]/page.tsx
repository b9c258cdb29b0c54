import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { recordRuns } from "@/app/admin/durable/record-runs";
import { guardedPage } from "@/app/guarded-page";
import { recordTimeline } from "@/app/record-timeline";
import { RunsOfRecord } from "@/components/durable/runs-of-record";
import { InvoiceStatus } from "@/components/invoices/invoice-status";
import { OrderActions } from "@/components/orders/order-actions";
import { OrderLines } from "@/components/orders/order-lines";
import { OrderStatus } from "@/components/orders/order-status";
import { ReviewNotice } from "@/components/orders/review-notice";
import { SubscriptionsOfOrder } from "@/components/orders/subscriptions-of-order";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { getInvoice } from "@/lib/billing/operations/get-invoice";
import { getClient } from "@/lib/clients/operations/get-client";
import { countryName } from "@/lib/i18n/countries";
import { acceptOrder } from "@/lib/orders/operations/accept-order";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { getOrder } from "@/lib/orders/operations/get-order";
import { markFraud } from "@/lib/orders/operations/mark-fraud";
import { releaseOrder } from "@/lib/orders/operations/release-order";
import { listSubscriptions } from "@/lib/subscriptions/operations/list-subscriptions";
import { acceptOrderAction, cancelOrderAction, markFraudAction, releaseOrderAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("one") };
}

export default guardedPage(getOrder, async (page) => {
  const { params, read, may } = page;
  const { orderId = "" } = params;
  const order = await read(getOrder, { orderId });
  const [t, locale, client, invoice, subscriptions, runs, timeline] = await Promise.all([
    getTranslations("orders"),
    getLocale(),
    may(getClient) ? read(getClient, { clientId: order.clientId }) : undefined,
    order.invoiceId !== null && may(getInvoice)
      ? read(getInvoice, { invoiceId: order.invoiceId })
      : undefined,
    may(listSubscriptions) ? read(listSubscriptions, { orderId }) : undefined,
    recordRuns(page, orderId),
    recordTimeline(page, orderId),
  ]);
  const number = order.number.toString();
  const clientName = client?.companyName ?? client?.name ?? order.placedByName;
  const place = order.ipCountry === null ? t("facts.unknownPlace") : countryName(order.ipCountry, locale);

  return (
    <PageLayout width="record">
      <PageHeader
        title={t("numbered", { number })}
        badge={<OrderStatus status={order.status} />}
        facts={[
          <TextLink key="client" href={`/admin/clients/${order.clientId}`} tone="quiet">
            <bdi>{clientName}</bdi>
          </TextLink>,
          <MoneyAmount key="total" amount={order.total} zero="full" />,
          <DateTime key="placed" value={order.createdAt} show="date-time" />,
        ]}
        actions={
          <OrderActions
            order={{ id: order.id, version: order.version, number, status: order.status }}
            actions={{
              ...(may(releaseOrder) && { release: releaseOrderAction }),
              ...(may(acceptOrder) && { accept: acceptOrderAction }),
              ...(may(cancelOrder) && { end: cancelOrderAction }),
              ...(may(markFraud) && { fraud: markFraudAction }),
            }}
          />
        }
      />
      {order.status === "HELD" && <ReviewNotice reasons={order.reviewReasons} />}
      <RecordColumns
        side={
          <>
            <Card>
              <CardHeader title={t("facts.title")} />
              <CardBody>
                <KeyValueList layout="stack">
                  <KeyValue label={t("facts.invoice")}>
                    {invoice === undefined ? (
                      <span className="text-subtle">
                        {t(order.invoiceId === null ? "facts.noInvoice" : "facts.hasInvoice")}
                      </span>
                    ) : (
                      <span className="flex flex-wrap items-center gap-2">
                        <TextLink href={`/admin/invoices/${invoice.id}`} className="tabular">
                          <bdi>{invoice.number}</bdi>
                        </TextLink>
                        <InvoiceStatus status={invoice.status} isOverdue={invoice.isOverdue} look="plain" />
                      </span>
                    )}
                  </KeyValue>
                  <KeyValue label={t("facts.placedBy")}>
                    <bdi>{order.placedByName}</bdi> · {t(`source.${order.source}`)}
                  </KeyValue>
                  {order.ipAddress && (
                    <KeyValue label={t("facts.address")}>
                      <bdi className="tabular">{order.ipAddress}</bdi> · {place}
                    </KeyValue>
                  )}
                  <KeyValue label={t("facts.terms")}>
                    {order.termsAcceptedAt === null ? (
                      <span className="text-subtle">{t("facts.noTerms")}</span>
                    ) : (
                      <DateTime value={order.termsAcceptedAt} show="date-time" />
                    )}
                  </KeyValue>
                  {order.couponCode && (
                    <KeyValue label={t("facts.coupon")}>
                      <bdi>{order.couponCode}</bdi>
                    </KeyValue>
                  )}
                  {order.reviewedAt && (
                    <KeyValue label={t("facts.reviewed")}>
                      <bdi>{order.reviewedByName}</bdi> ·{" "}
                      <DateTime value={order.reviewedAt} show="date-time" />
                    </KeyValue>
                  )}
                  {order.acceptedAt && (
                    <KeyValue label={t("facts.acceptedAt")}>
                      <DateTime value={order.acceptedAt} show="date-time" />
                    </KeyValue>
                  )}
                  {order.endedAt && (
                    <KeyValue label={t("facts.endedAt")}>
                      <DateTime value={order.endedAt} show="date-time" />
                    </KeyValue>
                  )}
                  {order.reason && <KeyValue label={t("facts.reason")}>{order.reason}</KeyValue>}
                </KeyValueList>
              </CardBody>
            </Card>
            {subscriptions && <SubscriptionsOfOrder subscriptions={subscriptions.items} />}
            {runs && <RunsOfRecord subject={order.id} runs={runs} />}
          </>
        }
      >
        <OrderLines lines={order.lines} />
        <Card>
          <CardBody className="pt-4">
            <KeyValueList layout="summary" className="ms-auto w-full max-w-72">
              <KeyValue label={t("sums.subtotal")}>
                <MoneyAmount amount={order.net} zero="full" />
              </KeyValue>
              <KeyValue label={t("totals.tax")}>
                <MoneyAmount amount={order.tax} />
              </KeyValue>
              <KeyValue label={<span className="font-semibold text-text">{t("sums.total")}</span>}>
                <MoneyAmount amount={order.total} zero="full" className="font-semibold" />
              </KeyValue>
            </KeyValueList>
          </CardBody>
        </Card>
        {timeline && <TimelineCard entries={timeline} marksStaffOnly />}
      </RecordColumns>
    </PageLayout>
  );
});
