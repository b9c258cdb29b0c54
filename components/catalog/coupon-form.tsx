"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { typedAmount } from "@/components/ledger/typed-amount";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { toast } from "@/components/ui/toast";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { DayInput } from "./day-input";

export type EditedCoupon = {
  id?: string;
  version?: number;
  code: string;
  kind: "PERCENT" | "FIXED";
  percent: string | null;
  /** In decimal text by currency. */
  amounts: Readonly<Record<string, string>>;
  planIds: readonly string[];
  maxUses: number | null;
  oncePerClient: boolean;
  /** Instants in ISO form. */
  validFrom: string | null;
  validUntil: string | null;
  isActive: boolean;
};

interface CouponFormProps {
  coupon: EditedCoupon;
  currencies: readonly CurrencyCode[];
  plans: readonly { id: string; label: string }[];
  action: FormAction<unknown>;
}

/** A discount by code: how much, on what, how often and until when. */
export function CouponForm({ coupon, currencies, plans, action }: CouponFormProps) {
  const t = useTranslations("catalog.coupon");
  const common = useTranslations("common");
  const catalog = useTranslations("catalog");
  const router = useRouter();
  const [kind, setKind] = useState(coupon.kind);
  const isNew = coupon.id === undefined;

  function done() {
    toast.success(catalog("saved"));
    router.push("/admin/products/coupons");
    router.refresh();
  }

  return (
    <ActionForm
      action={action}
      onDone={done}
      fields={["code", "percent", "maxUses", "validFrom", "validUntil"]}
    >
      {isNew ? (
        <FormField
          name="code"
          label={t("code")}
          help={t("codeHelp")}
          dir="ltr"
          maxLength={40}
          autoComplete="off"
          className="sm:max-w-72"
          required
        />
      ) : (
        <>
          <input type="hidden" name="couponId" value={coupon.id} />
          <input type="hidden" name="version" value={coupon.version} />
        </>
      )}
      {isNew && (
        <RadioGroup
          name="kind"
          label={t("kind")}
          value={kind}
          onValueChange={setKind}
          options={[
            { value: "PERCENT", label: t("kinds.PERCENT") },
            { value: "FIXED", label: t("kinds.FIXED") },
          ]}
        />
      )}
      {kind === "PERCENT" ? (
        <FormField
          name="percent"
          label={t("percent")}
          help={t("percentHelp")}
          dir="ltr"
          inputMode="decimal"
          defaultValue={coupon.percent ?? ""}
          className="sm:max-w-40"
          required
        />
      ) : (
        <div className="grid gap-5 sm:grid-cols-3">
          {currencies.map((currency, index) => (
            <AmountIn
              key={currency}
              index={index}
              currency={currency}
              given={coupon.amounts[currency] ?? ""}
            />
          ))}
        </div>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <DayInput name="validFrom" label={t("validFrom")} given={coupon.validFrom} />
        <DayInput
          name="validUntil"
          label={t("validUntil")}
          help={t("validUntilHelp")}
          given={coupon.validUntil}
        />
        <FormField
          name="maxUses"
          label={t("maxUses")}
          aside={common("optional")}
          type="number"
          min={1}
          defaultValue={coupon.maxUses ?? ""}
        />
      </div>
      <div className="grid gap-2.5">
        <ChoiceField label={t("oncePerClient")}>
          <Checkbox name="oncePerClient" uncheckedValue="off" defaultChecked={coupon.oncePerClient} />
        </ChoiceField>
        <ChoiceField label={t("isActive")} help={t("isActiveHelp")}>
          <Checkbox name="isActive" uncheckedValue="off" defaultChecked={coupon.isActive} />
        </ChoiceField>
      </div>
      <fieldset className="grid gap-2.5">
        <legend className="font-medium text-(length:--label-text)">{t("plans")}</legend>
        <p className="text-sm text-subtle">{t("plansHelp")}</p>
        <input type="hidden" name="planIds" value="" />
        <div className="grid gap-2 sm:grid-cols-2">
          {plans.map(({ id, label }) => (
            <ChoiceField key={id} label={<bdi>{label}</bdi>}>
              <Checkbox name="planIds" value={id} defaultChecked={coupon.planIds.includes(id)} />
            </ChoiceField>
          ))}
        </div>
      </fieldset>
      <div className="flex justify-end">
        <SubmitButton>{isNew ? t("create") : common("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function AmountIn({ index, currency, given }: { index: number; currency: CurrencyCode; given: string }) {
  const t = useTranslations("catalog.coupon");
  const prices = useTranslations("catalog.prices");
  const [typed, setTyped] = useState(given);
  const minor = typedAmount(typed, currency);
  return (
    <>
      <Field
        label={t("amountIn", { currency })}
        error={minor === null ? prices("wrong") : undefined}
        dir="ltr"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <input type="hidden" name={`amounts[${index}].currency`} value={currency} />
      <input type="hidden" name={`amounts[${index}].minor`} value={minor?.toString() ?? "0"} />
    </>
  );
}
