import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { MessagesFor } from "@/components/i18n/messages-for";
import { InvoiceDocument } from "@/components/invoices/invoice-document";
import { InvoiceStatus } from "@/components/invoices/invoice-status";
import { PayForm } from "@/components/payments/pay-form";
import { PaymentTable } from "@/components/payments/payment-table";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { MoneyAmount } from "@/components/ui/money-amount";
import { PageHeader } from "@/components/ui/page-header";
import { getInvoice } from "@/lib/billing/operations/get-invoice";
import { canInvoice } from "@/lib/billing/rules/status";
import { isCurrencyCode } from "@/lib/core/money/currencies";
import { formatMoney } from "@/lib/core/money/format";
import { inLanguage } from "@/lib/core/text";
import { beginPayment } from "@/lib/payments/operations/begin-payment";
import { listPaymentOptions } from "@/lib/payments/operations/list-options";
import { listPayments } from "@/lib/payments/operations/list-payments";
import { listTimeline } from "@/lib/timeline/operations/list-timeline";
import { beginPaymentAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invoices");
  return { title: t("one") };
}

export default guardedPage(
  getInvoice,
  async ({ params, read, may }) => {
    const { invoiceId = "" } = params;
    const invoice = await read(getInvoice, { invoiceId });
    const { currency } = invoice;
    if (!isCurrencyCode(currency)) throw new RangeError(currency);
    const isPayable = canInvoice("pay", invoice.status) && may(beginPayment) && may(listPaymentOptions);
    const [t, areas, locale, options, payments, timeline] = await Promise.all([
      getTranslations("invoices"),
      getTranslations("payments"),
      getLocale(),
      isPayable ? read(listPaymentOptions, { currency }) : { items: [] },
      may(listPayments) ? read(listPayments, { invoiceId, limit: 200 }) : { items: [] },
      may(listTimeline) ? read(listTimeline, { recordId: invoiceId, limit: 200 }) : { items: [] },
    ]);

    return (
      <PageLayout width={isPayable ? "list" : "form"}>
        <PageHeader
          title={<bdi className="tabular">{invoice.number}</bdi>}
          badge={<InvoiceStatus status={invoice.status} isOverdue={invoice.isOverdue} />}
          facts={[
            <MoneyAmount key="total" amount={invoice.total} zero="full" />,
            ...(invoice.dueOn
              ? [
                  <span key="due">
                    {t("facts.due")} <DateTime value={invoice.dueOn} />
                  </span>,
                ]
              : []),
          ]}
        />
        <RecordColumns
          side={
            isPayable && (
              <Card>
                <CardHeader title={areas("form.method")} />
                <CardBody>
                  <MessagesFor parts={["payments"]}>
                    <PayForm
                      action={beginPaymentAction}
                      options={options.items.map(({ name, gateway: _, ...option }) => ({
                        ...option,
                        name: inLanguage(name, locale),
                      }))}
                      hidden={{ invoiceId }}
                      amount={formatMoney({ minor: invoice.due.minor, currency }, locale)}
                      progressPath={`/portal/invoices/${invoiceId}/payments/{paymentId}`}
                    />
                  </MessagesFor>
                </CardBody>
              </Card>
            )
          }
        >
          <InvoiceDocument invoice={invoice} />
          {payments.items.length > 0 && (
            <Card>
              <CardHeader title={t("tabs.payments")} />
              <PaymentTable payments={payments.items} base={`/portal/invoices/${invoiceId}/payments`} />
            </Card>
          )}
          <TimelineCard entries={timeline.items} />
        </RecordColumns>
      </PageLayout>
    );
  },
  { audience: "client" },
);
