import "server-only";
import { getLocale } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { showStorefront } from "@/lib/catalog/operations/show-storefront";
import { isCurrencyCode } from "@/lib/core/money/currencies";
import { inLanguage } from "@/lib/core/text/in-language";
import { getTenant } from "@/lib/tenants/operations/get-tenant";

/** What a coupon can be for: the plans that are shown, and the currencies that something is sold in. */
export async function couponChoices({ read }: Page) {
  const [locale, { currency }, { offers, currencies }] = await Promise.all([
    getLocale(),
    read(getTenant, {}),
    read(showStorefront, {}),
  ]);
  return {
    currencies: [...new Set([currency, ...currencies])].filter(isCurrencyCode),
    plans: offers.map(({ plan, product, language }) => ({
      id: plan.id,
      label: `${inLanguage(product.name, locale, language)} – ${inLanguage(plan.name, locale, language)}`,
    })),
  };
}
