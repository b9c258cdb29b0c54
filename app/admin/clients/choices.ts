import "server-only";
import { getLocale } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { getAddressForm } from "@/lib/clients/operations/get-address-form";
import { listFields } from "@/lib/clients/operations/list-fields";
import { listGroups } from "@/lib/clients/operations/list-groups";
import { listTags } from "@/lib/clients/operations/list-tags";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { countryChoices, currencyChoices } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";
import { describeAddressAction } from "./actions";

/** What a form asks about a client and offers for it, in the person's language. */
export async function clientChoices({ read, may }: Page, country: string) {
  const locale = await getLocale();
  const [addressForm, fields, groups, tags] = await Promise.all([
    read(getAddressForm, { country }),
    may(listFields) ? read(listFields, {}) : { items: [] },
    may(listGroups) ? read(listGroups, { limit: 200 }) : { items: [] },
    may(listTags) ? read(listTags, {}) : { items: [] },
  ]);
  return {
    addressForm,
    describeAddress: describeAddressAction,
    countries: countryChoices(locale),
    currencies: currencyChoices(locale, offeredCurrencies),
    languages: locales.map(({ locale: value, name: label }) => ({ value, label })),
    groups: groups.items.map(({ id: value, name: label }) => ({ value, label })),
    tags: tags.items.map(({ tag }) => tag),
    questions: fields.items
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ key, kind, label, help, choices, isRequired }) => ({
        key,
        kind,
        label,
        help,
        choices,
        isRequired,
      })),
  };
}
