import "server-only";
import { getLocale } from "next-intl/server";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { countryChoices, currencyChoices } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";

/** What a form offers for a client's country, currency and language, in the person's language. */
export async function clientChoices() {
  const locale = await getLocale();
  return {
    countries: countryChoices(locale),
    currencies: currencyChoices(locale, offeredCurrencies),
    languages: locales.map(({ locale: value, name: label }) => ({ value, label })),
  };
}
