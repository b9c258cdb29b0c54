import { useTranslations } from "next-intl";
import { MoneyAmount } from "@/components/ui/money-amount";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { EntryLineView } from "./entry-table";
import { entryTotals } from "./entry-totals";

/** Lines of one entry in two columns, as a journal is read, with their equal sums below. */
export function LineTable({ lines }: { lines: readonly EntryLineView[] }) {
  const t = useTranslations("ledger.entry");
  const totals = entryTotals(lines);
  const hasClients = lines.some(({ clientId }) => clientId !== null);
  return (
    <Table label={t("lines")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("account")}</TableHeaderCell>
          {hasClients && <TableHeaderCell>{t("client")}</TableHeaderCell>}
          <TableHeaderCell numeric>{t("debit")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("credit")}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a posted entry never change.
          <TableRow key={index}>
            <TableCell grow>
              <span className="tabular me-2 text-subtle">{line.accountCode}</span>
              <bdi>{line.accountName}</bdi>
            </TableCell>
            {hasClients && (
              <TableCell>
                {line.clientId && (
                  <TextLink href={`/admin/clients/${line.clientId}`}>{t("openClient")}</TextLink>
                )}
              </TableCell>
            )}
            <TableCell numeric>{line.side === "DEBIT" && <MoneyAmount amount={line.amount} />}</TableCell>
            <TableCell numeric>{line.side === "CREDIT" && <MoneyAmount amount={line.amount} />}</TableCell>
          </TableRow>
        ))}
        {totals.map((total) => (
          <TableRow key={total.currency} className="font-medium">
            <TableCell colSpan={hasClients ? 2 : 1}>{t("total", { currency: total.currency })}</TableCell>
            <TableCell numeric>
              <MoneyAmount amount={total} />
            </TableCell>
            <TableCell numeric>
              <MoneyAmount amount={total} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
