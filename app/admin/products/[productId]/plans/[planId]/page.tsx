import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { PlanForm } from "@/components/catalog/plan-form";
import { PriceGrid } from "@/components/catalog/price-grid";
import { PriceHistory } from "@/components/catalog/price-history";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { listPrices } from "@/lib/catalog/operations/list-prices";
import { updatePlan } from "@/lib/catalog/operations/update-plan";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { inLanguage } from "@/lib/core/text/in-language";
import { currencyChoices } from "@/lib/i18n/countries";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { changePricesAction, updatePlanAction } from "../../../actions";
import { currenciesOf, shownPrices, standingPrices } from "../../../standing";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.plan");
  return { title: t("one") };
}

export default guardedPage(getProduct, async ({ params, read, may }) => {
  const planId = params.planId ?? "";
  const [t, locale, { language, currency }, product] = await Promise.all([
    getTranslations("catalog"),
    getLocale(),
    read(getTenant, {}),
    read(getProduct, { productId: params.productId ?? "" }),
  ]);
  const plan = product.plans.find(({ id }) => id === planId);
  if (plan === undefined) notFound();

  const history = may(listPrices) ? (await read(listPrices, { planId })).items : [];
  const prices = standingPrices(product.prices, plan.id);
  const name = inLanguage(plan.name, locale, language);
  return (
    <PageLayout width="list">
      <PageHeader
        title={<bdi>{name}</bdi>}
        badge={<CatalogStatus status={plan.status} />}
        facts={[
          <TextLink key="product" href={`/admin/products/${product.id}`}>
            <bdi>{inLanguage(product.name, locale, language)}</bdi>
          </TextLink>,
          <bdi key="slug">{plan.slug}</bdi>,
        ]}
      />
      <Card>
        <CardHeader title={t("prices.title")} description={t("prices.text")} />
        <CardBody>
          <PriceGrid
            key={prices.map(({ id }) => id).join()}
            owner={{ planId: plan.id }}
            label={t("prices.title")}
            prices={prices}
            currencies={currenciesOf(product.prices, currency)}
            allCurrencies={currencyChoices(locale, offeredCurrencies)}
            action={may(changePrices) ? changePricesAction : undefined}
          />
          <PriceHistory prices={history.filter(({ validUntil }) => validUntil !== null)} />
        </CardBody>
      </Card>
      {may(updatePlan) && (
        <Card>
          <CardHeader title={t("plan.details")} />
          <CardBody>
            <PlanForm
              key={plan.version}
              plan={plan}
              language={language}
              prices={shownPrices(product.prices, plan.id, currency)}
              action={updatePlanAction}
            />
          </CardBody>
        </Card>
      )}
    </PageLayout>
  );
});
