import { useTranslations } from "next-intl";
import { MoneyAmount } from "@/components/ui/money-amount";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { Money } from "@/lib/core/money/money";

type Balance = { accountCode: string; accountName: string; currency: string; balance: Money };

interface BalanceSummaryProps {
  balances: readonly Balance[];
  /** Codes of the accounts that are shown, in this order; those without any posting are left out. */
  accounts: readonly string[];
  /** The currency of the books, which comes first. */
  home: string;
}

/** A few accounts by currency: the company's own first, then by code. */
export function BalanceSummary({ balances, accounts, home }: BalanceSummaryProps) {
  const t = useTranslations("ledger.summary");
  const columns = accounts.flatMap((code) => balances.find(({ accountCode }) => accountCode === code) ?? []);
  const currencies = [...new Set(balances.map(({ currency }) => currency))].sort((a, b) =>
    a === home || (b !== home && a < b) ? -1 : 1,
  );
  const find = (currency: string, code: string) =>
    balances.find((balance) => balance.currency === currency && balance.accountCode === code);

  return (
    <Table label={t("title")} density="compact">
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("currency")}</TableHeaderCell>
          {columns.map(({ accountCode, accountName }) => (
            <TableHeaderCell key={accountCode} numeric>
              {accountName}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {currencies.map((currency) => (
          <TableRow key={currency}>
            <TableCell>{currency}</TableCell>
            {columns.map(({ accountCode }) => {
              const held = find(currency, accountCode);
              return (
                <TableCell key={accountCode} numeric>
                  {held ? <MoneyAmount amount={held.balance} /> : <span className="text-subtle">{"–"}</span>}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
