import { useTranslations } from "next-intl";
import { type ListParameters, listHref, sortStep } from "@/components/lists/list-url";
import { DateTime } from "@/components/ui/date-time";
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
import type { InvoiceStatus as Status } from "@/lib/billing/rules/status";
import type { Money } from "@/lib/core/money/money";
import { InvoiceStatus } from "./invoice-status";

export type InvoiceLine = {
  id: string;
  number: string | null;
  clientName: string;
  status: Status;
  isOverdue: boolean;
  issuedOn: string | null;
  dueOn: string | null;
  total: Money;
  due: Money;
};

interface InvoiceTableProps {
  invoices: readonly InvoiceLine[];
  /** Address of the list; the records lie below it. */
  path: string;
  current: ListParameters;
  /** Order in force, where the list may be ordered. */
  sort?: string;
  /** Off for the client's own people. */
  showsClient?: boolean;
}

export function InvoiceTable({ invoices, path, current, sort, showsClient = true }: InvoiceTableProps) {
  const t = useTranslations("invoices");
  const { next, sorted } = sortStep(sort ?? "", "total");
  const order = sort === undefined ? {} : { sorted, sortHref: listHref(path, current, { sort: next }) };
  return (
    <Table label={t("columns.table")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("columns.number")}</TableHeaderCell>
          {showsClient && <TableHeaderCell>{t("columns.client")}</TableHeaderCell>}
          <TableHeaderCell>{t("columns.status")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.issued")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.due")}</TableHeaderCell>
          <TableHeaderCell numeric {...order}>
            {t("columns.total")}
          </TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden">
            {t("columns.open")}
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {invoices.map((invoice) => (
          <TableRow key={invoice.id}>
            <TableCell className={showsClient ? undefined : "w-full"}>
              <RowLink href={`${path}/${invoice.id}`}>
                <bdi className="tabular">{invoice.number ?? t("draft")}</bdi>
              </RowLink>
            </TableCell>
            {showsClient && (
              <TableCell grow>
                <bdi>{invoice.clientName}</bdi>
              </TableCell>
            )}
            <TableCell>
              <InvoiceStatus status={invoice.status} isOverdue={invoice.isOverdue} look="plain" />
            </TableCell>
            <TableCell className="max-sm:hidden">
              {invoice.issuedOn && <DateTime value={invoice.issuedOn} />}
            </TableCell>
            <TableCell className="max-sm:hidden">
              {invoice.dueOn && <DateTime value={invoice.dueOn} />}
            </TableCell>
            <TableCell numeric>
              <MoneyAmount amount={invoice.total} />
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              <MoneyAmount amount={invoice.due} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
