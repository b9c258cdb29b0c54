"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect, useFieldProblem } from "@/components/forms/form-field";
import { typedAmount } from "@/components/ledger/typed-amount";
import { FormDialog } from "@/components/people/form-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { manualMethods } from "@/lib/payments/schema";

interface RecordPaymentProps {
  invoice: { id: string; currency: CurrencyCode; dueText: string; today: string };
  action: FormAction<unknown>;
}

/** Writes down money that came outside a gateway. */
export function RecordPayment({ invoice, action }: RecordPaymentProps) {
  const t = useTranslations("invoices.actions");
  const methods = useTranslations("payments.gateways");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FormDialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button>{t("record")}</Button>}
      title={t("record")}
      description={t("recordText")}
      action={action}
      hidden={{ invoiceId: invoice.id }}
      fields={["amount.minor", "method", "reference", "receivedOn"]}
      submit={t("record")}
      done={t("recorded")}
    >
      <AmountField label={t("amount", { currency: invoice.currency })} invoice={invoice} />
      <FormSelect
        name="method"
        label={t("method")}
        options={manualMethods.map((value) => ({ value, label: methods(value) }))}
      />
      <FormField name="reference" label={t("reference")} maxLength={120} autoComplete="off" />
      <FormField name="receivedOn" type="date" label={t("receivedOn")} defaultValue={invoice.today} />
    </FormDialog>
  );
}

function AmountField({ label, invoice }: { label: string; invoice: RecordPaymentProps["invoice"] }) {
  const [text, setText] = useState(invoice.dueText);
  const minor = typedAmount(text, invoice.currency);
  return (
    <>
      <Field
        label={label}
        value={text}
        onValueChange={setText}
        inputMode="decimal"
        autoComplete="off"
        error={useFieldProblem("amount.minor")}
        required
      />
      <input type="hidden" name="amount.minor" value={minor?.toString() ?? ""} />
      <input type="hidden" name="amount.currency" value={invoice.currency} />
    </>
  );
}
