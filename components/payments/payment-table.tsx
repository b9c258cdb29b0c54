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
import type { Money } from "@/lib/core/money/money";
import type { PaymentStatus as Status } from "@/lib/payments/rules/status";
import { GatewayName } from "./gateway-name";
import { PaymentStatus } from "./payment-status";

export type PaymentLine = {
  id: string;
  number: bigint;
  clientName: string;
  invoiceNumber: string | null;
  gateway: string;
  method: string | null;
  status: Status;
  amount: Money;
  createdAt: Date;
};

interface PaymentTableProps {
  payments: readonly PaymentLine[];
  /** The records lie below this address. */
  base: string;
  list?: { path: string; current: ListParameters; sort: string };
}

export function PaymentTable({ payments, base, list }: PaymentTableProps) {
  const t = useTranslations("payments.columns");
  const order = (field: string) => {
    if (list === undefined) return {};
    const { next, sorted } = sortStep(list.sort, field);
    return { sorted, sortHref: listHref(list.path, list.current, { sort: next }) };
  };
  return (
    <Table label={t("table")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell {...order("number")}>{t("number")}</TableHeaderCell>
          {list && <TableHeaderCell>{t("client")}</TableHeaderCell>}
          {list && <TableHeaderCell className="max-sm:hidden">{t("invoice")}</TableHeaderCell>}
          <TableHeaderCell className="max-sm:hidden">{t("method")}</TableHeaderCell>
          <TableHeaderCell>{t("status")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden" {...order("createdAt")}>
            {t("created")}
          </TableHeaderCell>
          <TableHeaderCell numeric {...order("amount")}>
            {t("amount")}
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {payments.map((payment) => (
          <TableRow key={payment.id}>
            <TableCell>
              <RowLink href={`${base}/${payment.id}`}>
                <span className="tabular">{payment.number.toString()}</span>
              </RowLink>
            </TableCell>
            {list && (
              <TableCell grow>
                <bdi>{payment.clientName}</bdi>
              </TableCell>
            )}
            {list && (
              <TableCell className="max-sm:hidden">
                <bdi className="tabular">{payment.invoiceNumber}</bdi>
              </TableCell>
            )}
            <TableCell className="max-sm:hidden text-muted">
              {payment.method ? <bdi>{payment.method}</bdi> : <GatewayName id={payment.gateway} />}
            </TableCell>
            <TableCell>
              <PaymentStatus status={payment.status} look="plain" />
            </TableCell>
            <TableCell className="max-sm:hidden">
              <DateTime value={payment.createdAt} />
            </TableCell>
            <TableCell numeric>
              <MoneyAmount amount={payment.amount} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
