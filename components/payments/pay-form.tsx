"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { NativeSelect } from "@/components/forms/native-select";
import { SubmitButton } from "@/components/forms/submit-button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

export type PayOption = {
  connectionId: string;
  /** In the payer's language. */
  name: string;
  isTest: boolean;
  form: "card" | "none";
  testCards: readonly { number: string; meaning: string }[];
};

interface PayFormProps {
  action: FormAction<{ paymentId: string }>;
  options: readonly PayOption[];
  /** Fields that go along: what is paid, and where to come back to. */
  hidden: Readonly<Record<string, string>>;
  /** What will be taken, as people read it. */
  amount: string;
  /** Where the payer waits: `{paymentId}` stands for the payment. */
  progressPath: string;
}

/** Pays: the ways there are, what each asks for, and one button that says how much. For invoices and for the checkout. */
export function PayForm({ action, options, hidden, amount, progressPath }: PayFormProps) {
  const t = useTranslations("payments.form");
  const router = useRouter();
  const [chosen, setChosen] = useState(options[0]?.connectionId ?? "");
  const option = options.find(({ connectionId }) => connectionId === chosen) ?? options[0];
  if (option === undefined) {
    return (
      <Notice tone="warning" title={t("none")}>
        {t("noneText")}
      </Notice>
    );
  }

  return (
    <ActionForm
      action={action}
      onDone={({ paymentId }) => router.push(progressPath.replace("{paymentId}", paymentId) as "/")}
      guardsChanges={false}
      fields={["method.cardNumber", "method.expiry", "method.securityCode"]}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="connectionId" value={option.connectionId} />
      {options.length > 1 && (
        <Field label={t("method")}>
          <NativeSelect
            options={options.map(({ connectionId: value, name: label }) => ({ value, label }))}
            value={option.connectionId}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        </Field>
      )}
      {option.isTest && (
        <Notice tone="warning" title={t("test")}>
          {t("testText")}
        </Notice>
      )}
      {option.form === "card" && <CardFields key={option.connectionId} testCards={option.testCards} />}
      <SubmitButton size="lg" className="w-full">
        {t("pay", { amount })}
      </SubmitButton>
    </ActionForm>
  );
}

function CardFields({ testCards }: Pick<PayOption, "testCards">) {
  const t = useTranslations("payments.form");
  const meanings = useTranslations("payments.cards");

  const [number, setNumber] = useState(grouped(testCards[0]?.number ?? ""));
  const isTest = testCards.length > 0;
  const wordOf = (meaning: string) =>
    meanings.has(meaning as "paid") ? meanings(meaning as "paid") : meaning;
  return (
    <>
      {isTest && (
        <Field label={t("testCard")}>
          <NativeSelect
            options={testCards.map(({ number: value, meaning }) => ({
              value: grouped(value),
              label: wordOf(meaning),
            }))}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        </Field>
      )}
      <FormField
        name="method.cardNumber"
        label={t("cardNumber")}
        value={number}
        onValueChange={setNumber}
        inputMode="numeric"
        autoComplete={isTest ? "off" : "cc-number"}
        dir="ltr"
        required
      />
      <div className="grid grid-cols-2 gap-4">
        <FormField
          name="method.expiry"
          label={t("expiry")}
          defaultValue={isTest ? "04/30" : undefined}
          placeholder="04/30"
          inputMode="numeric"
          autoComplete={isTest ? "off" : "cc-exp"}
          dir="ltr"
          required
        />
        <FormField
          name="method.securityCode"
          label={t("securityCode")}
          defaultValue={isTest ? "123" : undefined}
          inputMode="numeric"
          autoComplete={isTest ? "off" : "cc-csc"}
          maxLength={4}
          dir="ltr"
          required
        />
      </div>
    </>
  );
}

function grouped(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1 ");
}
