import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { MoneyAmount } from "@/components/ui/money-amount";
import type { OfferPrice, PlanOffer } from "@/lib/catalog/rules/offer";
import { monthsOf, perMonth } from "@/lib/catalog/rules/totals";
import { compare } from "@/lib/core/money/money";
import { inLanguage } from "@/lib/core/text/in-language";
import { cyclePer } from "./cycle-text";

interface ProductCardsProps {
  /** Offers of one group, in their order; several plans of a product follow one another. */
  offers: readonly PlanOffer[];
  currency: string | undefined;
}

/** Products of a group: what each is and what it begins at. */
export function ProductCards({ offers, currency }: ProductCardsProps) {
  const t = useTranslations("store");
  const locale = useLocale();
  const products = [...new Map(offers.map((offer) => [offer.product.id, offer])).values()];

  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {products.map(({ product, language }) => {
        const own = offers.filter((offer) => offer.product.id === product.id);
        const from = lowest(own.flatMap(({ prices }) => prices));
        const isSoldOut = own.every(({ plan }) => plan.stock === 0);
        return (
          <li
            key={product.id}
            className="relative grid grid-rows-[1fr_auto] gap-5 rounded-surface border bg-surface p-5 transition-colors hover:border-border-strong"
          >
            <div className="grid content-start gap-1">
              <h3 className="font-semibold text-md">
                <Link
                  href={`/store/${product.slug}${currency ? `?currency=${currency}` : ""}`}
                  className="rounded-sm after:absolute after:inset-0 after:rounded-surface focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
                >
                  {inLanguage(product.name, locale, language)}
                </Link>
              </h3>
              <p className="text-pretty text-base text-muted">
                <bdi>{inLanguage(product.tagline, locale, language)}</bdi>
              </p>
            </div>
            <p className="text-base text-muted">
              {isSoldOut
                ? t("soldOut")
                : from &&
                  t.rich("from", {
                    amount: () => (
                      <MoneyAmount amount={from.amount} zero="full" className="font-semibold text-text" />
                    ),
                    cycle: cyclePer(t, from.cycle),
                  })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** The least that something costs: by month where there are months, as it is billed otherwise. */
function lowest(prices: readonly OfferPrice[]): Pick<OfferPrice, "amount" | "cycle"> | undefined {
  const monthly = prices.flatMap(({ amount, cycle }) => {
    const each = perMonth(amount, cycle);
    return each === undefined || monthsOf(cycle) === undefined ? [] : [{ amount: each, cycle: "1m" }];
  });
  const compared = monthly.length > 0 ? monthly : prices;
  return compared.toSorted((left, right) => compare(left.amount, right.amount))[0];
}
