import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AddonForm } from "@/components/catalog/addon-form";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { PriceGrid } from "@/components/catalog/price-grid";
import { StatusButtons } from "@/components/catalog/status-buttons";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { listAddons } from "@/lib/catalog/operations/list-addons";
import { updateAddon } from "@/lib/catalog/operations/update-addon";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { inLanguage } from "@/lib/core/text/in-language";
import { currencyChoices } from "@/lib/i18n/countries";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { changePricesAction, updateAddonAction } from "../../actions";
import { currenciesOf, standingPrices } from "../../standing";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.addon");
  return { title: t("one") };
}

export default guardedPage(listAddons, async ({ params, read, may }) => {
  const [t, locale, { language, currency }, { items }] = await Promise.all([
    getTranslations("catalog"),
    getLocale(),
    read(getTenant, {}),
    read(listAddons, {}),
  ]);
  const addon = items.find(({ id }) => id === params.addonId);
  if (addon === undefined) notFound();

  const name = inLanguage(addon.name, locale, language);
  const prices = standingPrices(addon.prices, addon.id);
  const all = items.flatMap((one) => one.prices);
  return (
    <PageLayout width="form">
      <PageHeader
        title={<bdi>{name}</bdi>}
        badge={<CatalogStatus status={addon.status} />}
        actions={
          may(updateAddon) && (
            <StatusButtons
              key={addon.version}
              record={{ addonId: addon.id, version: addon.version }}
              name={name}
              status={addon.status}
              canHide={false}
              action={updateAddonAction}
            />
          )
        }
      />
      <Card>
        <CardHeader title={t("prices.title")} description={t("addon.pricesText")} />
        <CardBody>
          <PriceGrid
            key={prices.map(({ id }) => id).join()}
            owner={{ addonId: addon.id }}
            label={t("prices.title")}
            prices={prices}
            currencies={currenciesOf(all, currency)}
            allCurrencies={currencyChoices(locale, offeredCurrencies)}
            action={may(changePrices) ? changePricesAction : undefined}
          />
        </CardBody>
      </Card>
      {may(updateAddon) && (
        <Card>
          <CardHeader title={t("addon.details")} />
          <CardBody>
            <AddonForm key={addon.version} addon={addon} language={language} action={updateAddonAction} />
          </CardBody>
        </Card>
      )}
    </PageLayout>
  );
});
