import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CheckPayment } from "@/components/payments/check-payment";
import { GatewayName } from "@/components/payments/gateway-name";
import { PaymentStatus } from "@/components/payments/payment-status";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { checkPayment } from "@/lib/payments/operations/check-payment";
import { getPayment } from "@/lib/payments/operations/get-payment";
import { isOpen } from "@/lib/payments/rules/status";
import { listTimeline } from "@/lib/timeline/operations/list-timeline";
import { checkPaymentAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("payment") };
}

export default guardedPage(getPayment, async ({ params, read, may }) => {
  const { paymentId = "" } = params;
  const payment = await read(getPayment, { paymentId });
  const [t, invoices, common, timeline] = await Promise.all([
    getTranslations("payments"),
    getTranslations("invoices"),
    getTranslations("common"),
    may(listTimeline) ? read(listTimeline, { recordId: paymentId, limit: 200 }) : { items: [] },
  ]);
  const { failureCode } = payment;
  const failure = failureCode && t.has(`failure.${failureCode}` as "failure.other") ? failureCode : "other";

  return (
    <PageLayout width="record">
      <PageHeader
        title={t("one", { number: payment.number.toString() })}
        badge={<PaymentStatus status={payment.status} />}
        facts={[
          <MoneyAmount key="amount" amount={payment.amount} zero="full" />,
          <TextLink key="client" tone="quiet" href={`/admin/clients/${payment.clientId}`}>
            <bdi>{payment.clientName}</bdi>
          </TextLink>,
          <DateTime key="created" value={payment.createdAt} show="date-time" />,
        ]}
        actions={
          may(checkPayment) &&
          payment.connectionId !== null &&
          isOpen(payment.status) && <CheckPayment paymentId={payment.id} action={checkPaymentAction} />
        }
      />
      <RecordColumns
        side={
          <Card>
            <CardHeader title={invoices("one")} />
            <CardBody>
              <TextLink href={`/admin/invoices/${payment.invoiceId}`}>
                <bdi className="tabular">{payment.invoiceNumber ?? invoices("draft")}</bdi>
              </TextLink>
            </CardBody>
          </Card>
        }
      >
        {payment.failureCode && (
          <Notice
            tone={payment.status === "FAILED" ? "danger" : "warning"}
            title={t(`failure.${failure}` as "failure.other")}
          >
            {payment.failureDetail && <bdi>{payment.failureDetail}</bdi>}
          </Notice>
        )}
        <Card>
          <CardHeader title={t("facts.title")} />
          <CardBody>
            <KeyValueList>
              <KeyValue label={t("columns.amount")}>
                <MoneyAmount amount={payment.amount} zero="full" />
              </KeyValue>
              {payment.credited.minor > 0n && (
                <KeyValue label={t("facts.credited")}>
                  <MoneyAmount amount={payment.credited} zero="full" />
                </KeyValue>
              )}
              <KeyValue label={t("facts.gateway")}>
                <GatewayName id={payment.gateway} />
              </KeyValue>
              {payment.method && (
                <KeyValue label={t("columns.method")}>
                  <bdi className="tabular">{payment.method}</bdi>
                </KeyValue>
              )}
              {payment.reference && (
                <KeyValue label={t("facts.reference")}>
                  <bdi className="tabular wrap-anywhere">{payment.reference}</bdi>
                </KeyValue>
              )}
              {payment.receivedAt && (
                <KeyValue label={t("facts.received")}>
                  <DateTime value={payment.receivedAt} show="date-time" />
                </KeyValue>
              )}
              <KeyValue label={invoices("facts.id")}>
                <CopyableCode value={payment.id} label={common("copy")} copiedLabel={common("copied")} />
              </KeyValue>
            </KeyValueList>
          </CardBody>
        </Card>
        <TimelineCard entries={timeline.items} marksStaffOnly />
      </RecordColumns>
    </PageLayout>
  );
});
