"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { usualCurrency } from "@/lib/i18n/usual-currency";

type Choice = { value: string; label: string };

interface SetUpFormProps {
  action: FormAction<unknown>;
  token: string;
  /** What comes into being. */
  kind: "COMPANY" | "PLATFORM";
  language: string;
  countries: readonly Choice[];
  currencies: readonly Choice[];
  languages: readonly Choice[];
  timeZones: readonly Choice[];
}

const fields = [
  "owner.name",
  "owner.email",
  "owner.password",
  "company.name",
  "company.legalName",
  "company.country",
  "company.currency",
  "company.language",
  "company.timeZone",
  "company.taxNumber",
];

/** Two questions: who are you, and what is the company. What the browser knows is filled in. */
export function SetUpForm({
  action,
  token,
  kind,
  language,
  countries,
  currencies,
  languages,
  timeZones,
}: SetUpFormProps) {
  const t = useTranslations("setUp");
  const common = useTranslations("common");
  const [country, setCountry] = useState("DE");
  const [currency, setCurrency] = useState("EUR");
  const timeZone = useBrowserZone(timeZones);

  function chooseCountry(code: string) {
    setCountry(code);
    setCurrency(usualCurrency(code) ?? currency);
  }

  return (
    <ActionForm action={action} fields={fields} className="grid gap-8">
      <input type="hidden" name="token" value={token} />
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-semibold text-md">{t("you")}</legend>
        <FormField
          name="owner.name"
          label={t("name")}
          autoComplete="name"
          maxLength={120}
          autoFocus
          required
        />
        <FormField
          name="owner.email"
          type="email"
          dir="ltr"
          label={t("email")}
          help={t("emailHelp")}
          autoComplete="username"
          maxLength={254}
          required
        />
        <NewPasswordField name="owner.password" label={t("password")} />
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-semibold text-md">
          {t(kind === "PLATFORM" ? "platform.legend" : "company")}
        </legend>
        <FormField
          name="company.name"
          label={t("companyName")}
          help={t(kind === "PLATFORM" ? "platform.nameHelp" : "companyNameHelp")}
          autoComplete="organization"
          maxLength={80}
          required
        />
        <FormField
          name="company.legalName"
          label={t("legalName")}
          aside={common("optional")}
          help={t("legalNameHelp")}
          maxLength={160}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <FormSelect
            name="company.country"
            label={t("country")}
            options={countries}
            value={country}
            onChange={(event) => chooseCountry(event.currentTarget.value)}
          />
          <FormSelect
            name="company.currency"
            label={t("currency")}
            help={t("currencyHelp")}
            options={currencies}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
          />
          <FormSelect
            name="company.language"
            label={t("language")}
            options={languages}
            defaultValue={language}
          />
          <FormSelect
            name="company.timeZone"
            label={t("timeZone")}
            help={t("timeZoneHelp")}
            options={timeZones}
            value={timeZone.value}
            onChange={(event) => timeZone.choose(event.currentTarget.value)}
          />
        </div>
        <FormField
          name="company.taxNumber"
          dir="ltr"
          label={t("taxNumber")}
          aside={common("optional")}
          maxLength={40}
        />
      </fieldset>
      <SubmitButton size="lg">{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

/** The browser's own zone once it is known, until another is chosen. */
function useBrowserZone(offered: readonly Choice[]) {
  const [value, choose] = useState("UTC");
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (offered.some((choice) => choice.value === own)) choose(own);
  }, [offered]);
  return { value, choose };
}
