import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CompanyForm } from "@/components/settings/company-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { offeredTimeZones } from "@/lib/core/time/zone";
import { countryChoices } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";
import { updateCompanyAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.company");
  return { title: t("title") };
}

export default guardedPage(updateTenant, async ({ read }) => {
  const [t, locale, tenant] = await Promise.all([
    getTranslations("settings.company"),
    getLocale(),
    read(getTenant, {}),
  ]);

  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      <CompanyForm
        company={tenant}
        action={updateCompanyAction}
        countries={countryChoices(locale)}
        languages={locales.map(({ locale: value, name: label }) => ({ value, label }))}
        timeZones={offeredTimeZones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
    </PageLayout>
  );
});
