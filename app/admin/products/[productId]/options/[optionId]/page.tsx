import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { OptionForm } from "@/components/catalog/option-form";
import { PriceGrid } from "@/components/catalog/price-grid";
import { StatusButtons } from "@/components/catalog/status-buttons";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { updateOption } from "@/lib/catalog/operations/update-option";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { inLanguage } from "@/lib/core/text/in-language";
import { currencyChoices } from "@/lib/i18n/countries";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { changePricesAction, updateOptionAction } from "../../../actions";
import { currenciesOf, standingPrices } from "../../../standing";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.option");
  return { title: t("one") };
}

export default guardedPage(getProduct, async ({ params, read, may }) => {
  const [t, locale, { language, currency }, product] = await Promise.all([
    getTranslations("catalog"),
    getLocale(),
    read(getTenant, {}),
    read(getProduct, { productId: params.productId ?? "" }),
  ]);
  const option = product.options.find(({ id }) => id === params.optionId);
  if (option === undefined) notFound();

  const name = inLanguage(option.name, locale, language) || option.key;
  const choices = option.choices.filter(({ status }) => status === "ACTIVE");
  return (
    <PageLayout width="form">
      <PageHeader
        title={<bdi>{name}</bdi>}
        badge={<CatalogStatus status={option.status} />}
        facts={[
          <TextLink key="product" href={`/admin/products/${product.id}?tab=options`}>
            <bdi>{inLanguage(product.name, locale, language)}</bdi>
          </TextLink>,
          <span key="kind">{t(`optionKinds.${option.kind}`)}</span>,
          <bdi key="key">{option.key}</bdi>,
        ]}
        actions={
          may(updateOption) && (
            <StatusButtons
              key={option.version}
              record={{ optionId: option.id, version: option.version }}
              name={name}
              status={option.status}
              canHide={false}
              action={updateOptionAction}
            />
          )
        }
      />
      {choices.map((choice) => {
        const prices = standingPrices(product.prices, choice.id);
        const words = option.kind === "CHOICE" ? inLanguage(choice.name, locale, language) || choice.key : "";
        const title =
          words === "" ? t(`option.priceOf.${option.kind}`) : t("option.priceOfChoice", { name: words });
        return (
          <Card key={choice.id}>
            <CardHeader title={title} description={prices.length === 0 ? t("option.included") : undefined} />
            <CardBody>
              <PriceGrid
                key={prices.map(({ id }) => id).join()}
                owner={{ choiceId: choice.id }}
                label={title}
                prices={prices}
                currencies={currenciesOf(product.prices, currency)}
                allCurrencies={currencyChoices(locale, offeredCurrencies)}
                action={may(changePrices) ? changePricesAction : undefined}
              />
            </CardBody>
          </Card>
        );
      })}
      {may(updateOption) && (
        <Card>
          <CardHeader title={t("option.details")} />
          <CardBody>
            <OptionForm
              key={option.version}
              option={{ ...option, choices }}
              language={language}
              action={updateOptionAction}
            />
          </CardBody>
        </Card>
      )}
    </PageLayout>
  );
});
