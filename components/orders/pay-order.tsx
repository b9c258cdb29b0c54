"use client";

import { useLocale } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { PayForm, type PayOption } from "@/components/payments/pay-form";
import { isCurrencyCode } from "@/lib/core/money/currencies";
import { formatMoney } from "@/lib/core/money/format";

interface PayOrderProps {
  options: readonly PayOption[];
  due: { minor: number; currency: string };
  action: FormAction<{ paymentId: string }>;
}

/** Pays the order of this browser's cart; the page that it is on shows how it goes. */
export function PayOrder({ options, due, action }: PayOrderProps) {
  const locale = useLocale();
  const amount = isCurrencyCode(due.currency)
    ? formatMoney({ minor: BigInt(due.minor), currency: due.currency }, locale)
    : `${due.minor} ${due.currency}`;
  return (
    <PayForm
      action={action}
      options={options}
      hidden={{}}
      amount={amount}
      progressPath="/checkout/order?payment={paymentId}"
    />
  );
}
