import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { PageLayout } from "@/components/shell/page-layout";
import { TaxRuleList } from "@/components/tax-rules/tax-rule-list";
import { PageHeader } from "@/components/ui/page-header";
import { createTaxRule } from "@/lib/billing/operations/create-tax-rule";
import { listTaxRules } from "@/lib/billing/operations/list-tax-rules";
import { countryChoices } from "@/lib/i18n/countries";
import { addTaxPresetAction, createTaxRuleAction, deleteTaxRuleAction, updateTaxRuleAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("taxRules");
  return { title: t("title") };
}

export default guardedPage(createTaxRule, async ({ read }) => {
  const [t, locale, { items }] = await Promise.all([
    getTranslations("taxRules"),
    getLocale(),
    read(listTaxRules, { limit: 200 }),
  ]);
  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      <TaxRuleList
        rules={items}
        countries={countryChoices(locale)}
        today={new Date().toISOString().slice(0, 10)}
        actions={{
          create: createTaxRuleAction,
          update: updateTaxRuleAction,
          remove: deleteTaxRuleAction,
          addPreset: addTaxPresetAction,
        }}
      />
    </PageLayout>
  );
});
