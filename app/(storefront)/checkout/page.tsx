import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MessagesFor } from "@/components/i18n/messages-for";
import { CheckoutForm } from "@/components/orders/checkout-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { getAddressForm } from "@/lib/clients/operations/get-address-form";
import { getClient } from "@/lib/clients/operations/get-client";
import { perform, run } from "@/lib/core/operation/run";
import { countryChoices } from "@/lib/i18n/countries";
import { getRegistration } from "@/lib/onboarding/operations/get-registration";
import { getTerms } from "@/lib/orders/operations/get-terms";
import { currentBuyer } from "../buyer";
import { placeOrderAction } from "../cart-actions";
import { readCartWire } from "../read-cart";
import { describeAddressAction, quoteCartAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders.checkout");
  return { title: t("title"), robots: { index: false } };
}

/** Who orders and what they agree to. Paying comes after, on the page of the order. */
export default async function CheckoutPage() {
  const buyer = await currentBuyer();
  const client =
    buyer.clientId === undefined
      ? null
      : await run(getClient, { clientId: buyer.clientId }, { actor: buyer }).catch(() => null);
  const country = client?.country ?? (await run(getRegistration, {}, { actor: buyer })).country;
  const cart = await readCartWire(
    client === null
      ? { country }
      : { country, region: client.region, kind: client.kind, taxNumber: client.taxNumber },
  );
  if (cart === undefined || !cart.canOrder) redirect(cart?.orderId ? "/checkout/order" : "/cart");

  const [t, locale, terms, addressForm] = await Promise.all([
    getTranslations("orders.checkout"),
    getLocale(),
    run(getTerms, {}, { actor: buyer }),
    perform(getAddressForm, { country }, { actor: buyer }),
  ]);
  return (
    <MessagesFor parts={["orders", "clients"]}>
      <div className="mx-auto grid max-w-record gap-6 px-4 py-10 sm:px-6 sm:py-14">
        <header className="grid gap-1">
          <h1 className="font-semibold text-2xl">{t("title")}</h1>
          {client === null && (
            <p className="text-muted">
              {t.rich("hasAccount", {
                link: (text) => <TextLink href="/sign-in?next=/checkout">{text}</TextLink>,
              })}
            </p>
          )}
        </header>
        {client !== null && client.currency !== cart.currency && (
          <Notice tone="warning">{t("otherCurrency", { currency: client.currency })}</Notice>
        )}
        <CheckoutForm
          cart={cart}
          action={placeOrderAction}
          quote={quoteCartAction}
          describe={describeAddressAction}
          addressForm={addressForm.wire}
          countries={countryChoices(locale)}
          terms={terms && { hash: terms.fingerprint, href: terms.url ?? "/terms" }}
          clientName={client === null ? null : (client.companyName ?? client.name)}
        />
      </div>
    </MessagesFor>
  );
}
