import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentBrandName } from "@/app/brand";
import { ChoiceLinks } from "@/components/store/choice-links";
import { cycleName } from "@/components/store/cycle-text";
import { PlanCard } from "@/components/store/plan-card";
import { PlanColumns } from "@/components/store/plan-columns";
import { StructuredData } from "@/components/store/structured-data";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import { byLength } from "@/lib/catalog/rules/cycle";
import { isShown } from "@/lib/catalog/rules/for-sale";
import { mostOf, type PlanOffer } from "@/lib/catalog/rules/offer";
import { savingPercent } from "@/lib/catalog/rules/totals";
import { toDecimal } from "@/lib/core/money/format";
import { inLanguage } from "@/lib/core/text/in-language";
import { currentStorefront, oneOf, storeHref } from "../../sold";

type Props = {
  params: Promise<{ product: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The offers of the product that the address names. One that is shown to nobody is found by its name all the same. */
async function productOf({ params, searchParams }: Props) {
  const [{ product: slug }, search] = await Promise.all([params, searchParams]);
  const sold = await currentStorefront(oneOf(search, "currency"), slug);
  const offers = sold?.offers.filter(({ prices }) => prices.length > 0) ?? [];
  const shown = offers.filter((offer) => isShown(offer) || offer.product.status === "HIDDEN");
  const [first] = offers;
  return sold && first
    ? { sold, first, slug, offers: shown.length > 0 ? shown : offers, cycle: oneOf(search, "cycle") }
    : undefined;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [found, locale] = await Promise.all([productOf(props), getLocale()]);
  if (found === undefined) return {};
  const { product, language } = found.first;
  const description =
    inLanguage(product.tagline, locale, language) || inLanguage(product.description, locale, language);
  return {
    title: inLanguage(product.name, locale, language),
    ...(description && { description: description.slice(0, 200) }),
    alternates: { canonical: `/store/${product.slug}` },
    // By link only: not for search engines either.
    ...(product.status !== "ACTIVE" && { robots: { index: false } }),
  };
}

export default async function ProductPage(props: Props) {
  const found = await productOf(props);
  if (found === undefined) notFound();
  const { sold, first, slug, offers } = found;
  const [t, locale, company] = await Promise.all([getTranslations("store"), getLocale(), currentBrandName()]);

  const path = `/store/${slug}`;
  const text = (texts: PlanOffer["product"]["name"]) => inLanguage(texts, locale, first.language);
  const cycles = [...new Set(offers.flatMap(({ prices }) => prices.map(({ cycle }) => cycle)))].sort(
    byLength,
  );
  const usual = cycles.find((cycle) => cycle !== "once") ?? cycles[0];
  const cycle = cycles.find((one) => one === found.cycle) ?? usual ?? "1m";
  const chosenCurrency = sold.currency;
  const best = (one: string) => Math.max(...offers.map(({ prices }) => savingPercent(prices, one)));
  const description = text(first.product.description);

  return (
    <div className="mx-auto grid max-w-list gap-10 px-4 py-12 sm:px-6 sm:py-16">
      <header className="grid gap-6">
        <div className="grid gap-2">
          <p className="text-base text-muted">
            <TextLink href="/" tone="quiet">
              {text(first.group.name)}
            </TextLink>
          </p>
          <h1 className="wrap-anywhere text-balance font-semibold text-2xl">{text(first.product.name)}</h1>
          <p className="max-w-form text-pretty text-md text-muted">
            <bdi>{text(first.product.tagline)}</bdi>
          </p>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          {cycles.length > 1 && (
            <ChoiceLinks
              label={t("chooseCycle")}
              choices={cycles.map((one) => ({
                href: storeHref(path, { cycle: one, currency: chosenCurrency }),
                label: cycleName(t, one),
                isChosen: one === cycle,
                ...(best(one) > 0 && { note: `−${best(one)} %` }),
              }))}
            />
          )}
          {sold.currencies.length > 1 && (
            <ChoiceLinks
              label={t("chooseCurrency")}
              choices={sold.currencies.map((currency) => ({
                href: storeHref(path, { cycle, currency }),
                label: currency,
                isChosen: currency === chosenCurrency,
              }))}
            />
          )}
        </div>
      </header>
      <section aria-label={t("plans")}>
        <PlanColumns count={offers.length}>
          {offers.map((offer) => {
            const price = offer.prices.find((one) => one.cycle === cycle) ?? offer.prices[0];
            return (
              <PlanCard
                key={offer.plan.id}
                plan={offer.plan}
                language={offer.language}
                price={price}
                prices={offer.prices}
                action={
                  mostOf(offer) === 0 ? (
                    <Button type="button" disabled>
                      {t("soldOut")}
                    </Button>
                  ) : (
                    <ButtonLink
                      variant={offer.plan.isHighlighted ? "primary" : "secondary"}
                      href={storeHref(`${path}/${offer.plan.slug}`, {
                        cycle: price?.cycle,
                        currency: chosenCurrency,
                      })}
                    >
                      {t("choose", { plan: text(offer.plan.name) })}
                    </ButtonLink>
                  )
                }
              />
            );
          })}
        </PlanColumns>
      </section>
      <p className="text-base text-subtle">{t("taxNote")}</p>
      {description && (
        <section className="max-w-form">
          <h2 className="mb-2 font-semibold text-lg">{t("about")}</h2>
          <p className="wrap-anywhere whitespace-pre-line text-pretty text-md text-muted">
            <bdi>{description}</bdi>
          </p>
        </section>
      )}
      <StructuredData
        facts={{
          "@type": "Product",
          name: text(first.product.name),
          description: text(first.product.tagline) || description || undefined,
          brand: { "@type": "Brand", name: company },
          offers: offers.map((offer) => {
            const price = offer.prices.find((one) => one.cycle === cycle) ?? offer.prices[0];
            return {
              "@type": "Offer",
              name: text(offer.plan.name),
              ...(price && { price: toDecimal(price.amount), priceCurrency: price.amount.currency }),
              availability: `https://schema.org/${mostOf(offer) === 0 ? "SoldOut" : "InStock"}`,
            };
          }),
        }}
      />
    </div>
  );
}
