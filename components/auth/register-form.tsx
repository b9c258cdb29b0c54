"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect, useFieldProblem } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { OutsideLink } from "@/components/ui/outside-link";
import { RadioGroup } from "@/components/ui/radio-group";
import { usualCurrency } from "@/lib/i18n/usual-currency";

type Choice = { value: string; label: string };

interface RegisterFormProps {
  action: FormAction<unknown>;
  language: string;
  country: string;
  currency: string;
  countries: readonly Choice[];
  currencies: readonly Choice[];
  termsUrl: string | null;
  privacyUrl: string | null;
  companyName: string;
  /** A provider has vouched for an address: it is not asked for, and there is no mail to wait for. */
  isAddressKnown?: boolean;
}

const fields = ["name", "email", "companyName", "country", "currency", "acceptsTerms"];

/** Who opens an account. The password comes later, behind the link in the mail. */
export function RegisterForm({
  action,
  language,
  countries,
  currencies,
  isAddressKnown = false,
  ...given
}: RegisterFormProps) {
  const t = useTranslations("accounts.register");
  const [kind, setKind] = useState<"PERSON" | "COMPANY">("PERSON");
  const [country, setCountry] = useState(given.country);
  const [currency, setCurrency] = useState(given.currency);

  function chooseCountry(code: string) {
    setCountry(code);
    const usual = usualCurrency(code);
    if (currencies.some(({ value }) => value === usual)) setCurrency(usual ?? currency);
  }

  return (
    <ActionForm action={action} fields={fields} className="grid gap-5">
      <input type="hidden" name="language" value={language} />
      <RadioGroup
        label={t("kind")}
        name="kind"
        value={kind}
        onValueChange={setKind}
        options={[
          { value: "PERSON", label: t("person") },
          { value: "COMPANY", label: t("company") },
        ]}
      />
      {kind === "COMPANY" && (
        <FormField
          name="companyName"
          label={t("companyName")}
          autoComplete="organization"
          maxLength={160}
          required
        />
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField name="name" label={t("name")} autoComplete="name" maxLength={120} required />
        {!isAddressKnown && (
          <FormField
            name="email"
            type="email"
            dir="ltr"
            label={t("email")}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            required
          />
        )}
        <FormSelect
          name="country"
          label={t("country")}
          options={countries}
          autoComplete="country"
          value={country}
          onChange={(event) => chooseCountry(event.currentTarget.value)}
        />
        <FormSelect
          name="currency"
          label={t("currency")}
          help={t("currencyHelp")}
          options={currencies}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
      </div>
      <Terms {...given} />
      <SubmitButton className="w-full">{t(isAddressKnown ? "open" : "submit")}</SubmitButton>
    </ActionForm>
  );
}

function Terms({
  termsUrl,
  privacyUrl,
  companyName,
}: Pick<RegisterFormProps, "termsUrl" | "privacyUrl" | "companyName">) {
  const t = useTranslations("accounts.register");
  const linkTo = (href: string | null) => (text: React.ReactNode) =>
    href === null ? (
      text
    ) : (
      <OutsideLink
        href={href}
        className="rounded-sm text-accent-text underline decoration-current/35 underline-offset-3"
      >
        {text}
      </OutsideLink>
    );
  return (
    <ChoiceField
      name="acceptsTerms"
      error={useFieldProblem("acceptsTerms")}
      label={t.rich("terms", { name: companyName, terms: linkTo(termsUrl), privacy: linkTo(privacyUrl) })}
    >
      <Checkbox name="acceptsTerms" value="true" />
    </ChoiceField>
  );
}
