import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AccountTable } from "@/components/ledger/account-table";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listParameters } from "@/components/lists/list-url";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { Money } from "@/lib/core/money/money";
import { createAccount } from "@/lib/ledger/operations/create-account";
import { listAccounts } from "@/lib/ledger/operations/list-accounts";
import { listBalances } from "@/lib/ledger/operations/list-balances";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger.accounts");
  return { title: t("title") };
}

export default guardedPage(
  listAccounts,
  async ({ search, read, may }) => {
    const current = listParameters(search, ["cursor"]);
    const [t, { items, nextCursor }, balances] = await Promise.all([
      getTranslations("ledger"),
      read(listAccounts, { ...current, limit: 100 }),
      may(listBalances) ? read(listBalances, { limit: 200 }) : undefined,
    ]);
    const held = new Map<string, Money[]>();
    for (const { accountId, balance } of balances?.items ?? []) {
      held.set(accountId, [...(held.get(accountId) ?? []), balance]);
    }

    return (
      <PageLayout width="list">
        <PageHeader
          title={t("accounts.title")}
          description={t("accounts.description")}
          actions={
            may(createAccount) && (
              <ButtonLink href="/admin/ledger/accounts/new">{t("newAccount.title")}</ButtonLink>
            )
          }
        />
        <Card>
          <AccountTable
            accounts={items.map((account) => ({ ...account, balances: held.get(account.id) ?? [] }))}
          />
        </Card>
        <ListPages
          path="/admin/ledger/accounts"
          current={current}
          shown={items.length}
          nextCursor={nextCursor}
        />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
