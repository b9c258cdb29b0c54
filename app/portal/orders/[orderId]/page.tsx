import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { recordTimeline } from "@/app/record-timeline";
import { OrderLines } from "@/components/orders/order-lines";
import { OrderStatus } from "@/components/orders/order-status";
import { SubscriptionsOfOrder } from "@/components/orders/subscriptions-of-order";
import { PageLayout } from "@/components/shell/page-layout";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { MoneyAmount } from "@/components/ui/money-amount";
import { PageHeader } from "@/components/ui/page-header";
import { getOrder } from "@/lib/orders/operations/get-order";
import { listSubscriptions } from "@/lib/subscriptions/operations/list-subscriptions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("one") };
}

export default guardedPage(
  getOrder,
  async (page) => {
    const { params, read, may } = page;
    const { orderId = "" } = params;
    const order = await read(getOrder, { orderId });
    const [t, subscriptions, timeline] = await Promise.all([
      getTranslations("orders"),
      may(listSubscriptions) ? read(listSubscriptions, { orderId }) : undefined,
      recordTimeline(page, orderId),
    ]);
    return (
      <PageLayout width="record">
        <PageHeader
          title={t("numbered", { number: order.number.toString() })}
          badge={<OrderStatus status={order.status} />}
          facts={[
            <MoneyAmount key="total" amount={order.total} zero="full" />,
            <DateTime key="placed" value={order.createdAt} show="date-time" />,
          ]}
          actions={
            order.invoiceId && (
              <ButtonLink href={`/portal/invoices/${order.invoiceId}`}>{t("facts.invoice")}</ButtonLink>
            )
          }
        />
        <OrderLines lines={order.lines} />
        {subscriptions && <SubscriptionsOfOrder subscriptions={subscriptions.items} />}
        {timeline && <TimelineCard entries={timeline} />}
      </PageLayout>
    );
  },
  { audience: "client" },
);
