import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MessagesFor } from "@/components/i18n/messages-for";
import { ChoiceLinks } from "@/components/store/choice-links";
import { Configurator } from "@/components/store/configurator";
import { StructuredData } from "@/components/store/structured-data";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { mostOf, type PlanOffer } from "@/lib/catalog/rules/offer";
import { toDecimal } from "@/lib/core/money/format";
import { inLanguage } from "@/lib/core/text/in-language";
import { addToCartAction } from "../../../cart-actions";
import { currentStorefront, oneOf, storeHref } from "../../../sold";

type Props = {
  params: Promise<{ product: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The plan that the address names, as it is sold in the currency chosen. */
async function planOf({ params, searchParams }: Props) {
  const [{ product, plan }, search] = await Promise.all([params, searchParams]);
  const sold = await currentStorefront(oneOf(search, "currency"), product);
  const offer = sold?.offers.find((one) => one.plan.slug === plan);
  return sold && offer ? { sold, offer, cycle: oneOf(search, "cycle") } : undefined;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [found, locale] = await Promise.all([planOf(props), getLocale()]);
  if (found === undefined) return {};
  const { product, plan, language } = found.offer;
  const description =
    inLanguage(plan.tagline, locale, language) || inLanguage(product.tagline, locale, language);
  return {
    title: `${inLanguage(product.name, locale, language)} – ${inLanguage(plan.name, locale, language)}`,
    ...(description && { description }),
    alternates: { canonical: `/store/${product.slug}/${plan.slug}` },
    ...((product.status !== "ACTIVE" || plan.status !== "ACTIVE") && { robots: { index: false } }),
  };
}

export default async function PlanPage(props: Props) {
  const found = await planOf(props);
  if (found === undefined) notFound();
  const { sold, offer } = found;
  const [t, locale] = await Promise.all([getTranslations("store"), getLocale()]);
  const text = (texts: PlanOffer["plan"]["name"]) => inLanguage(texts, locale, offer.language);
  const productPath = `/store/${offer.product.slug}`;
  const path = `${productPath}/${offer.plan.slug}`;
  const wished = offer.prices.find((price) => price.cycle === found.cycle);
  const price = wished ?? offer.prices.find(({ cycle }) => cycle !== "once") ?? offer.prices[0];

  return (
    <div className="mx-auto grid max-w-list gap-8 px-4 py-12 sm:px-6 sm:py-16">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <p className="text-base text-muted">
            <TextLink
              href={storeHref(productPath, { cycle: price?.cycle, currency: sold.currency })}
              tone="quiet"
            >
              {text(offer.product.name)}
            </TextLink>
          </p>
          <h1 className="wrap-anywhere font-semibold text-2xl">{text(offer.plan.name)}</h1>
          <p className="max-w-form text-pretty text-md text-muted">
            <bdi>{text(offer.plan.tagline)}</bdi>
          </p>
        </div>
        {sold.currencies.length > 1 && (
          <ChoiceLinks
            label={t("chooseCurrency")}
            choices={sold.currencies.map((currency) => ({
              href: storeHref(path, { cycle: price?.cycle, currency }),
              label: currency,
              isChosen: currency === sold.currency,
            }))}
          />
        )}
      </header>
      {price === undefined || mostOf(offer) === 0 ? (
        <EmptyState
          title={t(price === undefined ? "noPrice" : "soldOut")}
          action={<ButtonLink href={productPath}>{t("others")}</ButtonLink>}
        >
          {t(price === undefined ? "noPriceText" : "soldOutText")}
        </EmptyState>
      ) : (
        <MessagesFor parts={["store"]}>
          <Configurator key={offer.currency} offer={offer} cycle={price.cycle} add={addToCartAction} />
        </MessagesFor>
      )}
      <StructuredData
        facts={{
          "@type": "Product",
          name: `${text(offer.product.name)} – ${text(offer.plan.name)}`,
          description: text(offer.plan.tagline) || text(offer.product.tagline) || undefined,
          ...(price && {
            offers: {
              "@type": "Offer",
              price: toDecimal(price.amount),
              priceCurrency: price.amount.currency,
              availability: `https://schema.org/${mostOf(offer) === 0 ? "SoldOut" : "InStock"}`,
            },
          }),
        }}
      />
    </div>
  );
}
