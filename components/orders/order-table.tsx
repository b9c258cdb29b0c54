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
import type { OrderStatus as Status } from "@/lib/orders/rules/status";
import { OrderStatus } from "./order-status";

export type OrderLine = {
  id: string;
  number: bigint;
  clientName: string;
  status: Status;
  source: "STOREFRONT" | "STAFF" | "API";
  total: Money;
  createdAt: Date;
};

interface OrderTableProps {
  orders: readonly OrderLine[];
  /** Where a record is: its id is put behind. */
  recordPath: string;
  path: string;
  current: ListParameters;
  sort: string;
  /** A client sees neither who placed it nor from where. */
  isOwn?: boolean;
}

export function OrderTable({ orders, recordPath, path, current, sort, isOwn = false }: OrderTableProps) {
  const t = useTranslations("orders");
  const order = (field: string) => {
    const { next, sorted } = sortStep(sort, field);
    return { sorted, sortHref: listHref(path, current, { sort: next }) };
  };
  return (
    <Table label={t("columns.table")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell {...order("number")}>{t("columns.number")}</TableHeaderCell>
          {!isOwn && <TableHeaderCell>{t("columns.client")}</TableHeaderCell>}
          <TableHeaderCell>{t("columns.status")}</TableHeaderCell>
          {!isOwn && <TableHeaderCell className="max-sm:hidden">{t("columns.source")}</TableHeaderCell>}
          <TableHeaderCell numeric>{t("columns.total")}</TableHeaderCell>
          <TableHeaderCell numeric className={isOwn ? undefined : "max-sm:hidden"} {...order("createdAt")}>
            {t("columns.placed")}
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {orders.map((one) => (
          <TableRow key={one.id}>
            <TableCell grow={isOwn}>
              <RowLink href={`${recordPath}/${one.id}`}>
                <span className="tabular">{one.number.toString()}</span>
              </RowLink>
            </TableCell>
            {!isOwn && (
              <TableCell grow>
                <bdi>{one.clientName}</bdi>
              </TableCell>
            )}
            <TableCell>
              <OrderStatus status={one.status} look="plain" />
            </TableCell>
            {!isOwn && (
              <TableCell className="text-muted max-sm:hidden">{t(`source.${one.source}`)}</TableCell>
            )}
            <TableCell numeric>
              <MoneyAmount amount={one.total} />
            </TableCell>
            <TableCell numeric className={isOwn ? undefined : "max-sm:hidden"}>
              <DateTime value={one.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
