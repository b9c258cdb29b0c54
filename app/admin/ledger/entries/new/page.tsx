import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { EntryForm } from "@/components/ledger/entry-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { offeredCurrencies } from "@/lib/core/money/currencies";
import { dateInZone } from "@/lib/core/time/calendar-date";
import { currencyChoices } from "@/lib/i18n/countries";
import { listAccounts } from "@/lib/ledger/operations/list-accounts";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { postEntryAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger.entries");
  return { title: t("new") };
}

export default guardedPage(postEntry, async ({ read }) => {
  const [t, locale, tenant, accounts] = await Promise.all([
    getTranslations("ledger"),
    getLocale(),
    read(getTenant, {}),
    read(listAccounts, { limit: 200 }),
  ]);

  return (
    <PageLayout width="form">
      <PageHeader title={t("entries.new")} description={t("form.explain")} />
      <EntryForm
        action={postEntryAction}
        accounts={accounts.items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        currencies={currencyChoices(locale, offeredCurrencies)}
        currency={tenant.currency as (typeof offeredCurrencies)[number]}
        today={dateInZone(new Date(), tenant.timeZone)}
      />
    </PageLayout>
  );
});
