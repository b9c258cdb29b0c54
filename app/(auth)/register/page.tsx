import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { companyHere } from "@/app/brand";
import { RegisterForm } from "@/components/auth/register-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { countryChoices, currencyChoices } from "@/lib/i18n/countries";
import { getRegistration } from "@/lib/onboarding/operations/get-registration";
import { AuthPage } from "../auth-page";
import { registerAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.register");
  return { title: t("title") };
}

export default async function RegisterPage() {
  const brand = await companyHere();
  if (brand === undefined) notFound();

  const [t, locale, company] = await Promise.all([
    getTranslations("accounts.register"),
    getLocale(),
    run(getRegistration, {}, { actor: visitor(brand.tenantId) }),
  ]);
  return (
    <AuthPage
      size="wide"
      title={t("title")}
      description={t("description", { name: brand.name })}
      aside={t.rich("hasAccount", { link: (text) => <TextLink href="/sign-in">{text}</TextLink> })}
    >
      {company.isOpen ? (
        <RegisterForm
          action={registerAction}
          language={locale}
          country={company.country}
          currency={company.currency}
          countries={countryChoices(locale)}
          currencies={currencyChoices(locale, offeredCurrencies)}
          termsUrl={company.termsUrl}
          privacyUrl={company.privacyUrl}
          companyName={brand.name}
        />
      ) : (
        <Notice title={t("closed.title")}>{t("closed.text", { name: brand.name })}</Notice>
      )}
    </AuthPage>
  );
}
