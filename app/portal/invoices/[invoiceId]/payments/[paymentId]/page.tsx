import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { MessagesFor } from "@/components/i18n/messages-for";
import { PaymentProgress } from "@/components/payments/payment-progress";
import { PageLayout } from "@/components/shell/page-layout";
import { getPayment } from "@/lib/payments/operations/get-payment";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("payment") };
}

/** Where a payer waits, and comes back to from the bank. */
export default guardedPage(
  getPayment,
  async ({ params, read }) => {
    const { invoiceId = "", paymentId = "" } = params;
    const [t, payment] = await Promise.all([getTranslations("payments"), read(getPayment, { paymentId })]);
    if (payment.invoiceId !== invoiceId) notFound();

    const { status, actionUrl, failureCode } = payment;
    const href = `/portal/invoices/${invoiceId}`;
    return (
      <PageLayout width="form">
        <MessagesFor parts={["payments"]}>
          <PaymentProgress
            payment={{ status, actionUrl, failureCode }}
            againHref={href}
            onwardHref={href}
            onwardLabel={t("progress.toInvoice")}
          />
        </MessagesFor>
      </PageLayout>
    );
  },
  { audience: "client" },
);
