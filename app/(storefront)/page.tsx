import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { currentBrand } from "@/app/brand";
import { ChoiceLinks } from "@/components/store/choice-links";
import { ProductCards } from "@/components/store/product-cards";
import { ButtonLink } from "@/components/ui/button-link";
import { Code } from "@/components/ui/code";
import { inLanguage } from "@/lib/core/text/in-language";
import { isInstallationEmpty } from "@/lib/onboarding/setup-state";
import { currentStorefront, oneOf, storeHref } from "./sold";

/** What the one-time link looks like. */
const setupPath = "/setup/…";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const [t, brand] = await Promise.all([getTranslations("store"), currentBrand()]);
  return brand
    ? { description: t("description", { company: brand.name }), alternates: { canonical: "/" } }
    : {};
}

export default async function StorefrontPage({ searchParams }: Props) {
  const wished = oneOf(await searchParams, "currency");
  const [t, brand, locale, sold] = await Promise.all([
    getTranslations("store"),
    currentBrand(),
    getLocale(),
    currentStorefront(wished),
  ]);
  const offers = sold?.offers.filter(({ prices }) => prices.length > 0) ?? [];
  if (sold === undefined || offers.length === 0) return <NothingSold name={brand?.name} />;

  const groups = sold.groups.filter(({ id }) => offers.some(({ group }) => group.id === id));
  const currency = sold.currencies.length > 1 ? sold.currency : undefined;
  return (
    <div className="mx-auto grid max-w-list gap-12 px-4 py-12 sm:px-6 sm:py-16">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="text-balance font-semibold text-2xl">{brand?.name}</h1>
          <p className="max-w-form text-pretty text-md text-muted">{t("lead")}</p>
        </div>
        {currency && (
          <ChoiceLinks
            label={t("chooseCurrency")}
            choices={sold.currencies.map((code) => ({
              href: storeHref("/", { currency: code }),
              label: code,
              isChosen: code === currency,
            }))}
          />
        )}
      </header>
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`group-${group.slug}`} className="grid gap-5">
          <div className="grid gap-1">
            <h2 id={`group-${group.slug}`} className="font-semibold text-lg">
              {inLanguage(group.name, locale, sold.language)}
            </h2>
            <p className="max-w-form text-pretty text-base text-muted">
              <bdi>{inLanguage(group.description, locale, sold.language)}</bdi>
            </p>
          </div>
          <ProductCards offers={offers.filter((offer) => offer.group.id === group.id)} currency={currency} />
        </section>
      ))}
      <p className="text-base text-subtle">{t("taxNote")}</p>
    </div>
  );
}

/** Before set-up it says how to begin; a company that sells nothing yet has a name and a way in. */
async function NothingSold({ name }: { name: string | undefined }) {
  const t = await getTranslations("storefront");
  const isPending = name === undefined && (await isInstallationEmpty());

  return (
    <div className="mx-auto grid max-w-form gap-5 px-4 py-16 sm:px-6 sm:py-24">
      <h1 className="text-balance font-semibold text-2xl">{name ?? t("product")}</h1>
      {isPending ? (
        <>
          <p className="max-w-prose text-pretty text-md text-muted">{t("pending.text")}</p>
          <ol className="grid max-w-prose list-decimal gap-2 ps-5 text-md text-muted">
            <li>{t("pending.look")}</li>
            <li>
              {t("pending.open")} <Code>{setupPath}</Code>
            </li>
            <li>{t("pending.again")}</li>
          </ol>
        </>
      ) : (
        <>
          <p className="max-w-prose text-pretty text-md text-muted">{t("text")}</p>
          <p>
            <ButtonLink variant="primary" size="lg" href="/sign-in">
              {t("signIn")}
            </ButtonLink>
          </p>
        </>
      )}
    </div>
  );
}
