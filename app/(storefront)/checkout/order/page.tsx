import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MessagesFor } from "@/components/i18n/messages-for";
import { CheckoutProgress } from "@/components/orders/checkout-progress";
import { PayOrder } from "@/components/orders/pay-order";
import { MoneyAmount } from "@/components/ui/money-amount";
import { Refusal } from "@/lib/core/errors";
import { perform } from "@/lib/core/operation/run";
import { inLanguage } from "@/lib/core/text";
import { getCheckout } from "@/lib/orders/operations/get-checkout";
import { currentBuyer } from "../../buyer";
import { payOrderAction } from "../../cart-actions";
import { cartToken } from "../../cart-cookie";
import { lookAtCheckoutAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("one"), robots: { index: false } };
}

/** The order that this browser placed last: how it is paid, and how it gets on. */
export default async function PlacedOrderPage() {
  const checkout = await readCheckout();
  if (checkout === undefined) redirect("/cart");
  const [t, locale] = await Promise.all([getTranslations("orders.placed"), getLocale()]);
  const { order, invoice, options } = checkout;
  return (
    <MessagesFor parts={["orders", "payments"]}>
      <div className="mx-auto grid max-w-form gap-6 px-4 py-10 sm:px-6 sm:py-14">
        <header className="grid gap-1">
          <p className="text-muted">{t("thanks")}</p>
          <h1 className="font-semibold text-2xl">{t("title", { number: order.number.toString() })}</h1>
          <p className="text-md">
            <MoneyAmount amount={order.total} zero="full" className="font-medium" />
            {invoice && <span className="text-muted"> · {t("toPay", { number: invoice.number })}</span>}
          </p>
        </header>
        <CheckoutProgress checkout={checkout} look={lookAtCheckoutAction}>
          {invoice && (
            <PayOrder
              options={options.map((option) => ({ ...option, name: inLanguage(option.name, locale) }))}
              due={invoice.due}
              action={payOrderAction}
            />
          )}
        </CheckoutProgress>
      </div>
    </MessagesFor>
  );
}

async function readCheckout() {
  const token = await cartToken();
  if (token === undefined) return undefined;
  try {
    return (await perform(getCheckout, { token }, { actor: await currentBuyer() })).wire;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
