"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { AddressFields, type AddressForm } from "@/components/clients/address-fields";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { MoneyAmount } from "@/components/ui/money-amount";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextLink } from "@/components/ui/text-link";
import { ReadAnew } from "./read-anew";
import { Sums } from "./sums";
import type { Cart } from "./types";

type Choice = { value: string; label: string };

interface CheckoutFormProps {
  cart: Cart;
  action: FormAction<unknown>;
  /** Reckons the cart for a buyer of this place. */
  quote: FormAction<Cart>;
  describe: FormAction<AddressForm>;
  addressForm: AddressForm;
  countries: readonly Choice[];
  terms: { hash: string; href: string } | null;
  /** Name of the client who orders, when somebody is signed in for one. */
  clientName: string | null;
}

const fields = [
  "name",
  "companyName",
  "email",
  "phone",
  "taxNumber",
  "country",
  "line1",
  "line2",
  "city",
  "region",
  "postalCode",
];
/** What tax depends on. */
const taxed = new Set(["kind", "country", "region", "taxNumber"]);

/** Who orders, what they agree to, and what it costs them: the total follows country and tax number before anything is sent. */
export function CheckoutForm({
  action,
  quote,
  describe,
  addressForm,
  countries,
  terms,
  clientName,
  ...given
}: CheckoutFormProps) {
  const t = useTranslations("orders.checkout");
  const [cart, setCart] = useState(given.cart);
  const [kind, setKind] = useState<"PERSON" | "COMPANY">("PERSON");
  const [isAgreed, setIsAgreed] = useState(terms === null);
  const [isReckoning, startTransition] = useTransition();
  const box = useRef<HTMLDivElement>(null);

  // Of a client, whose place is known, the page has the price; a visitor's is reckoned from what they type.
  useEffect(() => {
    if (clientName !== null) setCart(given.cart);
  }, [given.cart, clientName]);

  function reckon(kindOfBuyer: string) {
    const form = box.current?.closest("form");
    if (!form || clientName !== null) return;
    const typed = new FormData(form);
    const place = (name: string) => String(typed.get(name) ?? "");
    startTransition(async () => {
      const { value } = await runAction(quote, {
        kind: kindOfBuyer,
        country: place("country"),
        region: place("region"),
        taxNumber: place("taxNumber"),
      });
      if (value) setCart(value);
    });
  }

  function onChange(event: FormEvent<HTMLDivElement>) {
    if (taxed.has((event.target as HTMLInputElement).name)) reckon(kind);
  }

  return (
    <ActionForm
      action={action}
      fields={fields}
      className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12"
    >
      <ReadAnew onPriceChanged={() => reckon(kind)} />
      <input type="hidden" name="expectedTotalMinor" value={cart.sums.total.minor} />
      <input type="hidden" name="expectedCurrency" value={cart.currency} />
      {terms && isAgreed && <input type="hidden" name="termsHash" value={terms.hash} />}

      <div ref={box} onChange={onChange} className="grid content-start gap-8">
        {clientName === null ? (
          <>
            <fieldset className="grid gap-5">
              <legend className="mb-4 font-semibold text-lg">{t("you")}</legend>
              <RadioGroup
                label={t("kind")}
                name="kind"
                value={kind}
                onValueChange={(chosen: "PERSON" | "COMPANY") => {
                  setKind(chosen);
                  reckon(chosen);
                }}
                options={[
                  { value: "PERSON", label: t("person") },
                  { value: "COMPANY", label: t("company") },
                ]}
              />
              {kind === "COMPANY" && (
                <div className="grid gap-5 sm:grid-cols-2">
                  <FormField
                    name="companyName"
                    label={t("companyName")}
                    autoComplete="organization"
                    maxLength={160}
                    required
                  />
                  <FormField
                    name="taxNumber"
                    label={t("taxNumber")}
                    help={t("taxNumberHelp")}
                    autoComplete="off"
                    dir="ltr"
                    maxLength={40}
                  />
                </div>
              )}
              <div className="grid gap-5 sm:grid-cols-2">
                <FormField name="name" label={t("name")} autoComplete="name" maxLength={120} required />
                <FormField
                  name="email"
                  type="email"
                  dir="ltr"
                  label={t("email")}
                  help={t("emailHelp")}
                  autoComplete="email"
                  autoCapitalize="none"
                  spellCheck={false}
                  maxLength={254}
                  required
                />
              </div>
            </fieldset>
            <fieldset className="grid gap-5">
              <legend className="mb-4 font-semibold text-lg">{t("address")}</legend>
              <AddressFields
                address={{
                  country: addressForm.country,
                  line1: null,
                  line2: null,
                  city: null,
                  region: null,
                  postalCode: null,
                }}
                form={addressForm}
                describe={describe}
                countries={countries}
                isOwn
              />
            </fieldset>
          </>
        ) : (
          <p className="text-md">
            {t.rich("orderingFor", {
              client: clientName,
              b: (text) => <b className="font-semibold">{text}</b>,
            })}
          </p>
        )}
      </div>

      <aside className="grid content-start gap-5 lg:sticky lg:top-8">
        <ul className="grid gap-2">
          {cart.items.map((item) => (
            <li key={item.id} className="flex justify-between gap-4">
              <span className="wrap-anywhere min-w-0">
                {item.label}
                {item.quantity > 1 && <span className="tabular"> × {item.quantity}</span>}
              </span>
              <MoneyAmount amount={item.due} />
            </li>
          ))}
        </ul>
        <div
          aria-live="polite"
          aria-busy={isReckoning || undefined}
          className={isReckoning ? "opacity-60 transition-opacity" : "transition-opacity"}
        >
          <Sums sums={cart.sums} couponCode={cart.coupon?.code ?? null} />
        </div>
        {terms && (
          <ChoiceField
            label={t.rich("terms", {
              link: (text) => (
                <TextLink href={terms.href} target="_blank" rel="noopener noreferrer">
                  {text}
                </TextLink>
              ),
            })}
          >
            <Checkbox checked={isAgreed} onCheckedChange={setIsAgreed} />
          </ChoiceField>
        )}
        <SubmitButton size="lg" {...(isAgreed ? {} : { disabledReason: t("termsFirst") })}>
          {t("submit")}
        </SubmitButton>
        <p className="text-pretty text-muted text-sm">{t("payNext")}</p>
      </aside>
    </ActionForm>
  );
}
