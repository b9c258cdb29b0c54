import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MessagesFor } from "@/components/i18n/messages-for";
import { ConfirmAtBank } from "@/components/payments/confirm-at-bank";
import { Card, CardBody } from "@/components/ui/card";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import { Notice } from "@/components/ui/notice";
import { Refusal } from "@/lib/core/errors";
import { run } from "@/lib/core/operation/run";
import { getConfirmation } from "@/lib/payments/operations/get-confirmation";
import { answerConfirmationAction } from "./actions";
import { payerOf } from "./payer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("payments.sandbox");
  return { title: t("title"), robots: { index: false } };
}

/** The test bank: stands for the page of a payer's bank. Open to whoever has the link, as a bank's is to its customer. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, given, t] = await Promise.all([params, headers(), getTranslations("payments.sandbox")]);
  const actor = await payerOf(given);
  const asked = await run(getConfirmation, { token }, { actor }).catch((error: unknown) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });

  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-4 p-4">
      <Notice tone="warning" title={t("bank")}>
        {t("text")}
      </Notice>
      <Card>
        <CardBody className="grid gap-5 pt-5">
          <h1 className="font-semibold text-lg">{t("title")}</h1>
          <KeyValueList layout="summary">
            <KeyValue label={t("amount")}>
              <MoneyAmount amount={asked.amount} zero="full" className="font-semibold" />
            </KeyValue>
            <KeyValue label={t("for")}>
              <bdi className="tabular">{asked.description}</bdi>
            </KeyValue>
            <KeyValue label={t("card")}>
              <bdi className="tabular">{asked.method}</bdi>
            </KeyValue>
          </KeyValueList>
          <MessagesFor parts={["payments"]}>
            <ConfirmAtBank
              token={token}
              isAnswered={asked.answer !== null}
              returnUrl={asked.returnUrl}
              action={answerConfirmationAction}
            />
          </MessagesFor>
        </CardBody>
      </Card>
    </main>
  );
}
