import { ShoppingCart } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MessagesFor } from "@/components/i18n/messages-for";
import { CartItem } from "@/components/orders/cart-item";
import { CouponForm } from "@/components/orders/coupon-form";
import { CurrencyChoice } from "@/components/orders/currency-choice";
import { Sums } from "@/components/orders/sums";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { currencyChoices } from "@/lib/i18n/countries";
import {
  applyCouponAction,
  changeCartItemAction,
  chooseCartCurrencyAction,
  removeFromCartAction,
} from "../cart-actions";
import { readCartWire } from "../read-cart";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders.cart");
  return { title: t("title"), robots: { index: false } };
}

/** What was chosen, by the prices of now, before anybody says who they are. */
export default async function CartPage() {
  const [t, cart] = await Promise.all([getTranslations("orders.cart"), readCartWire()]);
  if (cart === undefined || cart.orderId !== null || cart.items.length === 0) {
    return (
      <div className="mx-auto max-w-form px-4 py-16 sm:px-6">
        <h1 className="sr-only">{t("title")}</h1>
        <EmptyState
          title={t("empty.title")}
          icon={<ShoppingCart />}
          action={
            <ButtonLink href="/" variant="primary">
              {t("empty.look")}
            </ButtonLink>
          }
        >
          {t("empty.text")}
        </EmptyState>
      </div>
    );
  }
  return (
    <MessagesFor parts={["orders"]}>
      <div className="mx-auto grid max-w-record gap-6 px-4 py-10 sm:px-6 sm:py-14">
        <h1 className="font-semibold text-2xl">{t("title")}</h1>
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
          <ul className="divide-y self-start border-y">
            {cart.items.map((item) => (
              <CartItem
                key={item.id}
                item={item}
                change={changeCartItemAction}
                remove={removeFromCartAction}
              />
            ))}
          </ul>
          <aside className="grid content-start gap-5 lg:sticky lg:top-8">
            {cart.currencies.length > 1 && (
              <CurrencyChoice
                currency={cart.currency}
                currencies={currencyChoices(await getLocale(), cart.currencies)}
                action={chooseCartCurrencyAction}
              />
            )}
            <CouponForm coupon={cart.coupon} action={applyCouponAction} />
            <Sums sums={cart.sums} couponCode={cart.coupon?.code ?? null} />
            <p className="text-pretty text-muted text-sm">{t("taxNote")}</p>
            {cart.canOrder ? (
              <ButtonLink href="/checkout" variant="primary" size="lg">
                {t("checkout")}
              </ButtonLink>
            ) : (
              <p role="status" className="text-danger">
                {t("blocked")}
              </p>
            )}
            <ButtonLink href="/">{t("goOn")}</ButtonLink>
          </aside>
        </div>
      </div>
    </MessagesFor>
  );
}
