"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { exponentOf, isCurrencyCode } from "@/lib/core/money/currencies";
import { formatMoney } from "@/lib/core/money/format";
import { cycleText } from "./cycle-text";

export type SoldPlan = {
  id: string;
  label: string;
  asksHostName: boolean;
  prices: readonly { cycle: string; minor: number; setupMinor: number }[];
};

interface OrderFormProps {
  clientId: string;
  currency: string;
  plans: readonly SoldPlan[];
  action: FormAction<unknown>;
}

const fields = [
  "items[0].planId",
  "items[0].cycle",
  "items[0].quantity",
  "items[0].hostName",
  "items[0].override.reason",
  "couponCode",
];

/** An order for a client: one plan, at the price of the catalogue or one of staff's own. */
export function OrderForm({ clientId, currency, plans, action }: OrderFormProps) {
  const t = useTranslations("orders");
  const locale = useLocale();
  const [planId, setPlanId] = useState(plans[0]?.id ?? "");
  const [isOverridden, setIsOverridden] = useState(false);
  const plan = plans.find(({ id }) => id === planId);
  const [cycle, setCycle] = useState(plan?.prices[0]?.cycle ?? "");
  const price = plan?.prices.find((one) => one.cycle === cycle) ?? plan?.prices[0];

  const money = (minor: number) =>
    isCurrencyCode(currency) ? formatMoney({ minor: BigInt(minor), currency }, locale) : String(minor);
  const inWords = (code: string) => cycleText((key, values) => t(`cycle.${key}`, values), code);

  function choosePlan(id: string) {
    setPlanId(id);
    setCycle(plans.find((one) => one.id === id)?.prices[0]?.cycle ?? "");
  }

  return (
    <ActionForm action={action} fields={fields}>
      <input type="hidden" name="clientId" value={clientId} />
      <FormSelect
        name="items[0].planId"
        label={t("form.plan")}
        value={planId}
        onChange={(event) => choosePlan(event.target.value)}
        options={plans.map(({ id, label }) => ({ value: id, label }))}
      />
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <FormSelect
          name="items[0].cycle"
          label={t("form.cycle")}
          value={cycle}
          onChange={(event) => setCycle(event.target.value)}
          options={(plan?.prices ?? []).map((one) => ({
            value: one.cycle,
            label: `${inWords(one.cycle)} · ${money(one.minor)}`,
          }))}
        />
        <FormField
          name="items[0].quantity"
          type="number"
          inputMode="numeric"
          min={1}
          label={t("form.quantity")}
          defaultValue="1"
        />
      </div>
      {plan?.asksHostName && (
        <FormField
          name="items[0].hostName"
          label={t("form.hostName")}
          dir="ltr"
          maxLength={253}
          autoComplete="off"
        />
      )}
      <FormField name="couponCode" label={t("form.coupon")} maxLength={40} autoComplete="off" />
      <ChoiceField label={t("form.override")} help={t("form.overrideText")}>
        <Checkbox checked={isOverridden} onCheckedChange={setIsOverridden} />
      </ChoiceField>
      {isOverridden && (
        <OverrideFields
          key={`${planId} ${cycle}`}
          currency={currency}
          minor={price?.minor ?? 0}
          setupMinor={price?.setupMinor ?? 0}
        />
      )}
      <SubmitButton>{t("form.submit")}</SubmitButton>
    </ActionForm>
  );
}

/** Amounts are typed as people write them and sent in minor units. */
function OverrideFields({
  currency,
  minor,
  setupMinor,
}: {
  currency: string;
  minor: number;
  setupMinor: number;
}) {
  const t = useTranslations("orders.form");
  const digits = isCurrencyCode(currency) ? exponentOf(currency) : 2;
  const inMajor = (amount: number) => (amount / 10 ** digits).toFixed(digits);
  const [unit, setUnit] = useState(inMajor(minor));
  const [setup, setSetup] = useState(inMajor(setupMinor));
  const inMinor = (typed: string) => {
    const amount = Math.round(Number(typed.replace(",", ".")) * 10 ** digits);
    return Number.isFinite(amount) ? String(amount) : typed;
  };
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <input type="hidden" name="items[0].override.unit.minor" value={inMinor(unit)} />
      <input type="hidden" name="items[0].override.unit.currency" value={currency} />
      <input type="hidden" name="items[0].override.setup.minor" value={inMinor(setup)} />
      <input type="hidden" name="items[0].override.setup.currency" value={currency} />
      <FormField
        name="typedUnit"
        label={`${t("unit")} (${currency})`}
        inputMode="decimal"
        value={unit}
        onValueChange={setUnit}
      />
      <FormField
        name="typedSetup"
        label={`${t("setup")} (${currency})`}
        inputMode="decimal"
        value={setup}
        onValueChange={setSetup}
      />
      <FormField
        name="items[0].override.reason"
        label={t("reason")}
        maxLength={200}
        className="sm:col-span-2"
      />
    </div>
  );
}
