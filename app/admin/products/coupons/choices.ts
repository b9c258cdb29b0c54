import "server-only";
import { getLocale } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { listAllPlans } from "@/lib/catalog/operations/list-all-plans";
import { isForSale } from "@/lib/catalog/rules/for-sale";
import { isCurrencyCode } from "@/lib/core/money/currencies";
import { inLanguage } from "@/lib/core/text/in-language";
import { getTenant } from "@/lib/tenants/operations/get-tenant";

/**
 * What a coupon can be for: the plans that are sold, by link only too, and the currencies. Plans that the coupon names already stay
 * among them whatever became of them: a form that leaves one out would take it away.
 */
export async function couponChoices({ read }: Page, named: readonly string[] = []) {
  const [locale, { currency, language }, { items, currencies }] = await Promise.all([
    getLocale(),
    read(getTenant, {}),
    read(listAllPlans, {}),
  ]);
  const offered = items.filter(
    ({ id, status, productStatus }) =>
      named.includes(id) || isForSale({ plan: { status }, product: { status: productStatus } }),
  );
  return {
    currencies: [...new Set([currency, ...currencies])].filter(isCurrencyCode),
    plans: offered.map(({ id, name, productName }) => ({
      id,
      label: `${inLanguage(productName, locale, language)} – ${inLanguage(name, locale, language)}`,
    })),
  };
}
