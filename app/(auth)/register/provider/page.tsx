import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentBrand } from "@/app/brand";
import { RegisterForm } from "@/components/auth/register-form";
import { heldChallenge } from "@/lib/auth/challenge-cookie";
import { Refusal } from "@/lib/core/errors";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { countryChoices, currencyChoices } from "@/lib/i18n/countries";
import { getProvidedRegistration } from "@/lib/onboarding/operations/get-provided-registration";
import { getRegistration } from "@/lib/onboarding/operations/get-registration";
import { AuthPage } from "../../auth-page";
import { registerByProviderAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.register");
  return { title: t("title") };
}

/** Opens an account for whoever a provider has just named; without that there is only the ordinary way. */
export default async function RegisterByProviderPage() {
  const brand = await currentBrand();
  if (brand === undefined) notFound();

  const actor = visitor(brand.tenantId);
  const [t, locale, company, provided] = await Promise.all([
    getTranslations("accounts.register"),
    getLocale(),
    run(getRegistration, {}, { actor }),
    run(getProvidedRegistration, await heldChallenge("provider_registration"), { actor }).catch(orNothing),
  ]);
  if (provided === undefined) redirect("/register");
  return (
    <AuthPage
      size="wide"
      title={t("title")}
      description={t.rich("asProvided", { email: () => <bdi>{provided.email}</bdi> })}
    >
      <RegisterForm
        action={registerByProviderAction}
        language={locale}
        country={company.country}
        currency={company.currency}
        countries={countryChoices(locale)}
        currencies={currencyChoices(locale, offeredCurrencies)}
        termsUrl={company.termsUrl}
        privacyUrl={company.privacyUrl}
        companyName={brand.name}
        isAddressKnown
      />
    </AuthPage>
  );
}

function orNothing(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
