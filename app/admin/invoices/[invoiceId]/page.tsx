import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { InvoiceActions } from "@/components/invoices/invoice-actions";
import { InvoiceDocument } from "@/components/invoices/invoice-document";
import { InvoiceStatus } from "@/components/invoices/invoice-status";
import { PaymentTable } from "@/components/payments/payment-table";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { discardInvoice } from "@/lib/billing/operations/discard-invoice";
import { getInvoice } from "@/lib/billing/operations/get-invoice";
import { issueInvoiceNow } from "@/lib/billing/operations/issue-invoice";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";
import { exponentOf, isCurrencyCode } from "@/lib/core/money/currencies";
import { decimalText } from "@/lib/core/money/fraction";
import { getOrder } from "@/lib/orders/operations/get-order";
import { listPayments } from "@/lib/payments/operations/list-payments";
import { recordPayment } from "@/lib/payments/operations/record-payment";
import { listTimeline } from "@/lib/timeline/operations/list-timeline";
import { discardInvoiceAction, issueInvoiceAction, recordPaymentAction, voidInvoiceAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invoices");
  return { title: t("one") };
}

export default guardedPage(getInvoice, async ({ params, search, read, may }) => {
  const { invoiceId = "" } = params;
  const invoice = await read(getInvoice, { invoiceId });
  const [t, common, order, payments, timeline] = await Promise.all([
    getTranslations("invoices"),
    getTranslations("common"),
    invoice.orderId !== null && may(getOrder) ? read(getOrder, { orderId: invoice.orderId }) : undefined,
    may(listPayments) ? read(listPayments, { invoiceId, limit: 200 }) : { items: [] },
    may(listTimeline) ? read(listTimeline, { recordId: invoiceId, limit: 200 }) : { items: [] },
  ]);
  const { currency, number, status } = invoice;
  if (!isCurrencyCode(currency)) throw new RangeError(currency);
  const path = `/admin/invoices/${invoiceId}`;
  const showsPayments = search.tab === "payments";
  const dueText = decimalText(invoice.due.minor, exponentOf(currency));
  const today = new Date().toISOString().slice(0, 10);

  return (
    <PageLayout width="record">
      <PageHeader
        title={<bdi className="tabular">{number ?? t("draft")}</bdi>}
        badge={<InvoiceStatus status={status} isOverdue={invoice.isOverdue} />}
        facts={[
          <TextLink key="client" tone="quiet" href={`/admin/clients/${invoice.clientId}`}>
            <bdi>{invoice.clientName}</bdi>
          </TextLink>,
          <MoneyAmount key="total" amount={invoice.total} zero="full" />,
          ...(invoice.dueOn ? [<DateTime key="due" value={invoice.dueOn} />] : []),
        ]}
        actions={
          <InvoiceActions
            invoice={{ id: invoiceId, version: invoice.version, number, status, currency, dueText, today }}
            issue={may(issueInvoiceNow) ? issueInvoiceAction : undefined}
            discard={may(discardInvoice) ? discardInvoiceAction : undefined}
            voiding={may(voidInvoice) ? voidInvoiceAction : undefined}
            record={may(recordPayment) ? recordPaymentAction : undefined}
          />
        }
      />
      <NavTabs
        label={t("tabs.label")}
        current={showsPayments ? `${path}?tab=payments` : path}
        tabs={[
          { href: path, label: t("tabs.overview") },
          { href: `${path}?tab=payments`, label: t("tabs.payments") },
        ]}
      />
      <RecordColumns
        side={
          <Card>
            <CardHeader title={t("facts.title")} />
            <CardBody>
              <KeyValueList layout="stack">
                <KeyValue label={t("facts.client")}>
                  <TextLink href={`/admin/clients/${invoice.clientId}`}>
                    <bdi>{invoice.clientName}</bdi>
                  </TextLink>
                </KeyValue>
                {invoice.issuedOn && (
                  <KeyValue label={t("facts.issued")}>
                    <DateTime value={invoice.issuedOn} />
                  </KeyValue>
                )}
                {invoice.dueOn && (
                  <KeyValue label={t("facts.due")}>
                    <DateTime value={invoice.dueOn} />
                  </KeyValue>
                )}
                {invoice.paidAt && (
                  <KeyValue label={t("facts.paid")}>
                    <DateTime value={invoice.paidAt} />
                  </KeyValue>
                )}
                {order && (
                  <KeyValue label={t("facts.order")}>
                    <TextLink href={`/admin/orders/${order.id}`} className="tabular">
                      {order.number.toString()}
                    </TextLink>
                  </KeyValue>
                )}
                {invoice.voidedAt && (
                  <KeyValue label={t("facts.voided")}>
                    <DateTime value={invoice.voidedAt} />
                  </KeyValue>
                )}
                {invoice.voidReason && (
                  <KeyValue label={t("facts.reason")}>
                    <bdi>{invoice.voidReason}</bdi>
                  </KeyValue>
                )}
                <KeyValue label={t("facts.id")}>
                  <CopyableCode value={invoice.id} label={common("copy")} copiedLabel={common("copied")} />
                </KeyValue>
              </KeyValueList>
            </CardBody>
          </Card>
        }
      >
        {showsPayments ? (
          <Card>
            {payments.items.length > 0 ? (
              <PaymentTable payments={payments.items} base="/admin/payments" />
            ) : (
              <CardBody className="pt-4 text-muted">{t("noPayments")}</CardBody>
            )}
          </Card>
        ) : (
          <InvoiceDocument invoice={invoice} />
        )}
        <TimelineCard entries={timeline.items} marksStaffOnly />
      </RecordColumns>
    </PageLayout>
  );
});
