import { useTranslations } from "next-intl";
import { MoneyAmount } from "@/components/ui/money-amount";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import type { ReceivableAge } from "@/lib/billing/rules/age";
import type { Money } from "@/lib/core/money/money";

interface ReceivablesByAgeProps {
  items: readonly { age: ReceivableAge; due: Money; invoices: bigint }[];
}

/** What clients owe, the youngest first; each line opens its invoices. */
export function ReceivablesByAge({ items }: ReceivablesByAgeProps) {
  const t = useTranslations("overview.receivables");
  const ages = useTranslations("invoices.ages");
  return (
    <Table label={t("title")} density="compact">
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("columns.age")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("columns.invoices")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("columns.due")}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map(({ age, due, invoices }) => (
          <TableRow key={`${age} ${due.currency}`}>
            <TableCell>
              <RowLink href={`/admin/invoices?age=${age}&currency=${due.currency}`}>{ages(age)}</RowLink>
            </TableCell>
            <TableCell numeric>{invoices.toString()}</TableCell>
            <TableCell numeric>
              <MoneyAmount amount={due} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
