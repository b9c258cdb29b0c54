import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AccountForm } from "@/components/ledger/account-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createAccount } from "@/lib/ledger/operations/create-account";
import { createAccountAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger.newAccount");
  return { title: t("title") };
}

export default guardedPage(createAccount, async () => {
  const t = await getTranslations("ledger.newAccount");
  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} />
      <AccountForm action={createAccountAction} />
    </PageLayout>
  );
});
