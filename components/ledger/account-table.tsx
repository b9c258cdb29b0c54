import { useTranslations } from "next-intl";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import type { Money } from "@/lib/core/money/money";
import type { AccountType as Type } from "@/lib/ledger/rules/account-type";
import { AccountType } from "./account-type";
import { Amounts } from "./amounts";

export type AccountLine = { id: string; code: string; name: string; type: Type; balances: readonly Money[] };

/** The chart of accounts with what each holds; a row leads to the account's entries. */
export function AccountTable({ accounts }: { accounts: readonly AccountLine[] }) {
  const t = useTranslations("ledger.accounts");
  return (
    <Table label={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("code")}</TableHeaderCell>
          <TableHeaderCell>{t("name")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("type")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("balance")}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {accounts.map((account) => (
          <TableRow key={account.id}>
            <TableCell className="tabular text-subtle">{account.code}</TableCell>
            <TableCell grow>
              <RowLink href={`/admin/ledger/entries?accountCode=${encodeURIComponent(account.code)}`}>
                <bdi>{account.name}</bdi>
              </RowLink>
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              <AccountType type={account.type} />
            </TableCell>
            <TableCell numeric>
              <Amounts amounts={account.balances} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
